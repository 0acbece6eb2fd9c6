/** Offers a signed-in person what waits for them on this device; opened, it stands in its form again and is not sent. */
import { dropSealed, keepSealed, sealedOf } from './sealed-on-device.ts'

const form = document.querySelector<HTMLFormElement>('form[data-words-wait]')
const owner = form?.dataset['wordsWait'] ?? ''
// On the page that keeps one it is shown already.
if (form && owner && !document.querySelector('form[data-keep-sealed]')) offer(form)

function offer(form: HTMLFormElement): void {
  const waiting = sealedOf(owner)
  // Whoever is signed in now has opened these: what was typed stands in a form again, or was sent.
  for (const { key } of waiting.filter(({ tried }) => tried)) dropSealed(key)
  const [next] = waiting.filter(({ tried, path }) => !tried && /^\/(?![/\\])/.test(path))
  form.hidden = !next
  if (!next) return
  form.action = next.path
  form.querySelector('input[name=sealed]')?.remove()
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'sealed' })
  field.value = next.sealed
  form.append(field)
  form.addEventListener('submit', () => keepSealed(owner, next.path, next.sealed, true))
  form.querySelector('[data-drop]')?.addEventListener('click', () => {
    dropSealed(next.key)
    offer(form)
  })
}
