/**
 * Nothing typed is lost with the connection: `<form data-draft="draft:<person>:…">`, see DraftNote.astro.
 * What is typed stays on this device until it is saved; the form's id with it, so that a second send after a lost answer is
 * saved once. Before it is sent, the server is asked whether it is there: if not, the page stays as it is and says so.
 * `data-draft=""` asks, and keeps nothing.
 */
import './forget-drafts.ts'
import { dropDraft, keepDraft, readDraft, type Draft } from './drafts.ts'

/** How each line looks, see styles/foundation/_tones.scss. */
const TONES = {
  kept: 'wait',
  unkept: 'warn',
  sending: 'wait',
  offline: 'warn',
  online: 'warn',
} as const

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keep(form)

function keep(form: HTMLFormElement): void {
  const key = form.dataset['draft'] ?? ''
  const status = document.querySelector<HTMLElement>('[data-draft-status]')
  const drop = document.querySelector<HTMLButtonElement>('[data-draft-drop]')
  const say = (what: keyof typeof TONES): void => {
    if (!status) return
    status.textContent = status.dataset[what] ?? ''
    status.dataset['tone'] = TONES[what]
  }
  const save = (): void => {
    if (key && !keepDraft(key, fieldsOf(form))) say('unkept')
  }
  const before = key ? readDraft(key) : null
  if (key) say('kept')
  // A refused form comes back with what was typed; only a fresh one is filled from the device.
  if (before && form.dataset['draftFresh'] === 'yes') {
    const first = fill(form, before)
    if (status) sayAtTheTop(status, first, drop)
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

/** A long form is opened at its top: there it says what it was filled with, and leads to it. */
function sayAtTheTop(
  { dataset }: HTMLElement,
  first: Element | null,
  drop: HTMLElement | null,
): void {
  const note = document.createElement('div')
  Object.assign(note, { className: 'draft-status draft-status--back', role: 'status' })
  note.dataset['tone'] = 'wait'
  const text = document.createElement('p')
  text.textContent = dataset['back'] ?? ''
  note.append(text)
  if (first?.id) {
    const link = document.createElement('a')
    Object.assign(link, { className: 'govuk-link', href: `#${first.id}` })
    link.textContent = dataset['first'] ?? ''
    note.append(link)
  }
  if (drop) {
    drop.hidden = false
    note.append(drop)
  }
  document.querySelector('main')?.prepend(note)
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

/** @returns the first field whose answer came back */
function fill(form: HTMLFormElement, kept: Draft): Element | null {
  let first: Element | null = null
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
    if (isRestored(field, value)) first ??= field
  }
  return first
}

function isRestored(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: string | undefined,
): boolean {
  if (!value || field.type === 'hidden') return false
  if (field instanceof HTMLSelectElement)
    return ![...field.options].some((one) => one.defaultSelected && one.value === value)
  const isMark = field instanceof HTMLInputElement && field.type === 'radio'
  return isMark ? field.checked && !field.defaultChecked : value !== field.defaultValue
}
