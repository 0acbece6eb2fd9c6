/** Whoever signs out decides about what is not saved with us: send it, leave it here locked, or throw it away. */
import { draftsOf, dropDraft } from './drafts.ts'
import { here, lineAtTop, say, t, type Act } from './kept-line.ts'
import type { Sent } from './later-events.ts'
import { person, sendPlainly, signOut } from './ours.ts'
import { sendForm } from './send-form.ts'
import { typedOf } from './typed.ts'
import { dropTyped, keysOf } from './typed-keys.ts'

let line: HTMLElement | null = null

export async function askAtSignOut(sent: Sent): Promise<void> {
  if (asksAboutDrafts()) return
  // A choice that nobody sent is no loss; it stays locked, and goes with its month.
  const found = (await typedOf(person)).filter(({ waits, isChoice }) => waits || !isChoice)
  // What cannot be read here says nothing to anybody, and goes with its month.
  if (found.length === 0) return sendPlainly(sent)
  const leave = (keeps: boolean) => () => {
    if (!keeps) keysOf(person).forEach(dropTyped)
    sendPlainly(sent)
  }
  const acts: Act[] = [
    { text: t.signOut.keep, press: leave(true) },
    { text: t.signOut.drop, press: leave(false) },
  ]
  line ??= lineAtTop()
  const at = line
  const sendAll = async (): Promise<void> => {
    say(at, 'wait', t.sending)
    for (const one of found.filter(({ waits }) => waits))
      if ((await sendForm(one)).kind === 'taken') dropTyped(one.key)
    if (keysOf(person).length === 0) say(at, 'done', t.signOut.sent)
    else say(at, 'warn', t.signOut.unsent, acts)
    at.focus()
  }
  const send: Act[] = found.some(({ waits }) => waits)
    ? [{ text: t.signOut.send, press: () => void sendAll() }]
    : []
  say(at, 'warn', t.signOut.ask(here), [...send, ...acts])
  at.focus()
}

/** Those of coordinators' forms lie open on the device: they do not stay. @returns whether the person must press once more */
function asksAboutDrafts(): boolean {
  const unsent = draftsOf(person)
  if (unsent.length === 0) return false
  if (document.querySelector('.unsent')) {
    unsent.forEach(dropDraft)
    return false
  }
  const note = document.createElement('p')
  Object.assign(note, { className: 'draft-status unsent', tabIndex: -1, role: 'alert' })
  note.dataset['tone'] = 'warn'
  note.textContent = signOut?.dataset['unsent'] ?? ''
  document.querySelector('main')?.prepend(note)
  note.focus()
  return true
}
