/**
 * Nothing typed is lost with the connection: `<form data-draft="draft:<person>:…">`, see DraftNote.astro.
 * What is typed stays on this device until it is saved; the form's id with it, so that a second send after a lost answer is
 * saved once. Before it is sent, the server is asked whether it is there: if not, the page stays as it is and says so.
 * `data-draft=""` asks, and keeps nothing.
 */
import './forget-drafts.ts'
import { dropDraft, keepDraft, readDraft, type Draft } from './drafts.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keep(form)

function keep(form: HTMLFormElement): void {
  const key = form.dataset['draft'] ?? ''
  const status = document.querySelector<HTMLElement>('[data-draft-status]')
  const drop = document.querySelector<HTMLButtonElement>('[data-draft-drop]')
  const say = (what: 'kept' | 'back' | 'unkept' | 'sending' | 'offline' | 'online'): void => {
    if (status) status.textContent = status.dataset[what] ?? ''
  }
  const save = (): void => {
    if (key && !keepDraft(key, fieldsOf(form))) say('unkept')
  }
  const before = key ? readDraft(key) : null
  if (key) say('kept')
  // A refused form comes back with what was typed; only a fresh one is filled from the device.
  if (before && form.dataset['draftFresh'] === 'yes') {
    fill(form, before)
    say('back')
    if (drop) drop.hidden = false
  }
  if (form.dataset['draftFresh'] !== 'yes') save()
  form.addEventListener('input', save)
  drop?.addEventListener('click', () => {
    dropDraft(key)
    location.reload()
  })

  let state: 'still' | 'asking' | 'reached' = 'still'
  form.addEventListener('submit', (event) => {
    save()
    if (state === 'reached') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    say('sending')
    void isThere().then((there) => {
      state = there ? 'reached' : 'still'
      if (there) return form.requestSubmit(event.submitter)
      say('offline')
      status?.focus()
    })
  })
  addEventListener(
    'online',
    () => status?.textContent === status?.dataset['offline'] && say('online'),
  )
  // A page that the browser kept and shows again (Back) asks again.
  addEventListener('pageshow', () => (state = 'still'))
}

/** The server answers and takes writes; a stranger's page in the way (a hotel's, a hospital's) does not count. */
async function isThere(): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    const answer = await fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(8_000) })
    const { status } = (await answer.json()) as { status?: unknown }
    return status === 'ok'
  } catch {
    return false
  }
}

/** Without passwords. */
function fieldsOf(form: HTMLFormElement): Draft {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name)
    const isSecret = field instanceof HTMLInputElement && field.type === 'password'
    if (typeof value === 'string' && !isSecret) fields[name] = value
  }
  return fields
}

function fill(form: HTMLFormElement, kept: Draft): void {
  for (const field of form.elements) {
    if (!(
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ))
      continue
    const value = kept[field.name]
    if (field instanceof HTMLInputElement && field.type === 'radio')
      field.checked = field.value === value
    else if (value !== undefined) field.value = value
    const folded = field.closest('details')
    if (folded && value && field instanceof HTMLTextAreaElement) folded.open = true
  }
}
