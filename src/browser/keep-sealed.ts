/** On a page that keeps a form locked: it waits on the device as well, so that a closed tab loses nothing. */
import { keepSealed } from './sealed-on-device.ts'

const form = document.querySelector<HTMLFormElement>('form[data-keep-sealed]')
const owner = form?.dataset['keepSealed'] ?? ''
const sealed = form?.querySelector<HTMLInputElement>('input[name=sealed]')?.value ?? ''
if (form && owner && sealed) {
  const path = form.getAttribute('action') ?? ''
  const note = form.querySelector<HTMLElement>('[data-waits-here]')
  if (keepSealed(owner, path, sealed) && note) note.hidden = false
  form.addEventListener('submit', () => keepSealed(owner, path, sealed, true))
}
