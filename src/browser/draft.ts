/**
 * Nothing typed is lost with the connection: `<form data-draft="draft:<person>:…">`, see DraftNote.astro.
 * What is typed stays on this device, locked, until it is saved; the form's id with it, so that a second send after a lost answer is
 * saved once. Before it is sent, the server is asked whether it is there: if not, the page stays as it is and says so.
 * `data-draft=""` asks, and keeps nothing.
 */
import { OWNER_FIELD } from '#domain/people/form-owner.ts'
import './forget-drafts.ts'
import { dropDraft } from './draft-keys.ts'
import { keepDraft, mayKeep, readDraft, type Draft } from './drafts.ts'
import { fieldsOf, fill } from './fields.ts'

/** How each line looks, see styles/foundation/_tones.scss. */
const TONES = {
  kept: 'wait',
  unkept: 'warn',
  sending: 'wait',
  offline: 'warn',
  offlineKept: 'warn',
  online: 'warn',
} as const

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keep(form)

function keep(form: HTMLFormElement): void {
  const key = form.dataset['draft'] ?? ''
  const isFresh = form.dataset['draftFresh'] === 'yes'
  const status = document.querySelector<HTMLElement>('[data-draft-status]')
  const drop = document.querySelector<HTMLButtonElement>('[data-draft-drop]')
  const say = (what: keyof typeof TONES): void => {
    if (!status) return
    status.textContent = status.dataset[what] ?? ''
    status.dataset['tone'] = TONES[what]
  }
  let state: 'still' | 'asking' | 'reached' = 'still'
  let isTouched = false
  let isDropped = false
  let isKept = false
  let isQueued = false
  let keeping: Promise<unknown> = Promise.resolve()
  const save = (): void => {
    if (!key || isQueued) return
    isQueued = true
    keeping = keeping.then(async () => {
      isQueued = false
      isKept = await keepDraft(key, typedIn(form), () => !isDropped)
      if (!isKept && state === 'still') say('unkept')
    })
  }
  const bringBack = (before: Draft): void => {
    const first = fill(form, { fields: before }, (name) => name !== OWNER_FIELD)
    if (status) sayAtTheTop(status, first, drop)
  }
  if (key)
    keeping = Promise.all([mayKeep(key), isFresh ? readDraft(key) : null]).then(([may, before]) => {
      if (!status?.textContent) say(may ? 'kept' : 'unkept')
      // A refused form comes back with what was typed; only a fresh one is filled from the device.
      if (!before) return
      // Somebody was faster than the key: what they type now is not written over.
      if (isTouched && status) offerAtTheTop(status, () => (bringBack(before), save()))
      else bringBack(before)
    })
  if (!isFresh) save()
  form.addEventListener('input', () => {
    isTouched = true
    save()
  })
  drop?.addEventListener('click', () => {
    isDropped = true
    dropDraft(key)
    location.reload()
  })

  form.addEventListener('submit', (event) => {
    save()
    if (state === 'reached') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    say('sending')
    void Promise.all([isThere(), keeping]).then(([there]) => {
      state = there ? 'reached' : 'still'
      if (there) return form.requestSubmit(event.submitter)
      say(isKept ? 'offlineKept' : 'offline')
      status?.focus()
    })
  })
  addEventListener('online', () => {
    const { offline, offlineKept } = status?.dataset ?? {}
    if ([offline, offlineKept].includes(status?.textContent ?? '')) say('online')
  })
  // A page that the browser kept and shows again (Back) asks again.
  addEventListener('pageshow', () => (state = 'still'))
}

/** Without passwords. */
const typedIn = (form: HTMLFormElement): Draft =>
  fieldsOf(form).filter(([name]) => {
    const field = form.elements.namedItem(name)
    return !(field instanceof HTMLInputElement && field.type === 'password')
  })

function noteAtTheTop(text: string): HTMLElement {
  const note = document.createElement('div')
  Object.assign(note, { className: 'draft-status draft-status--back', role: 'status' })
  note.dataset['tone'] = 'wait'
  const words = document.createElement('p')
  words.textContent = text
  note.append(words)
  document.querySelector('main')?.prepend(note)
  return note
}

/** A long form is opened at its top: there it says what it was filled with, and leads to it. */
function sayAtTheTop(
  { dataset }: HTMLElement,
  first: Element | null,
  drop: HTMLElement | null,
): void {
  const note = noteAtTheTop(dataset['back'] ?? '')
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
}

function offerAtTheTop({ dataset }: HTMLElement, show: () => void): void {
  const note = noteAtTheTop(dataset['older'] ?? '')
  const button = document.createElement('button')
  Object.assign(button, { className: 'quiet-button', type: 'button' })
  button.textContent = dataset['show'] ?? ''
  button.addEventListener('click', () => {
    note.remove()
    show()
  })
  note.append(button)
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
