/** Below the line about what is saved: sending by hand, and the way to sign in where that is what is missing. */
import type { SavedWords } from '#i18n/en/saved.ts'
import { stepsWaiting } from '#offline/send.ts'
import type { Known } from '../queue/status.ts'

export function sendLine(after: HTMLElement, t: SavedWords, send: () => void) {
  const place = document.createElement('p')
  place.className = 'saving-acts'
  place.hidden = true
  after.after(place)
  const button = document.createElement('button')
  Object.assign(button, { className: 'quiet-button', type: 'button' })
  button.dataset['send'] = ''
  button.addEventListener('click', send)
  const signIn = document.createElement('a')
  Object.assign(signIn, { className: 'govuk-link', textContent: t.signIn, href: '/sign-in' })
  return ({ entries, sent }: Known): void => {
    const count = stepsWaiting(entries)
    const isSending = sent === 'sending'
    place.hidden = count === 0 || isSending
    button.textContent = t.send(count)
    const needsSignIn = sent !== null && !isSending && sent.kind === 'signed-out'
    place.replaceChildren(...(needsSignIn ? [signIn] : [button]))
  }
}
