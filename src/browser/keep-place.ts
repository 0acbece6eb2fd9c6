/** The place in a lesson is kept without a press too: whoever goes away in the middle comes back to it. */
import { isWorthKeeping, laterAt, readLater } from '#domain/learning/section.ts'
import { uuidV7 } from '#domain/learning/uuid.ts'
import { watchSection } from '#read-aloud/watch-section.ts'

const form = document.querySelector<HTMLFormElement>('form[data-lesson]')
const button = form?.querySelector<HTMLButtonElement>('button[data-later]')

if (form && button) {
  let kept = Number(form.dataset['lesson'])
  let isSent = false
  const reading = watchSection()
  const last = readLater(button.value) ?? 1
  // The button at the end says where the reader is, which need not be the end.
  button.addEventListener('click', () => (button.value = laterAt(reading.now() || last)))
  form.addEventListener('submit', () => (isSent = true))
  addEventListener('pageshow', () => (isSent = false))
  document.addEventListener('visibilitychange', () => {
    const section = reading.now()
    if (document.visibilityState !== 'hidden' || isSent || !isWorthKeeping(section, kept)) return
    kept = section
    const fields = new FormData(form)
    fields.set('record', uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
    fields.set('act', laterAt(section))
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]))
    // Without a network there is nothing to say: the page is already out of sight.
    void fetch(location.pathname, {
      method: 'POST',
      body,
      keepalive: true,
      redirect: 'manual',
    }).catch(() => undefined)
  })
}
