/**
 * Keeps what is typed in a form on this device until it is saved: `<form data-draft="draft:<person>:…">`.
 * Bound to the person by its key, gone with the tab, at sign-out, or once the form was saved (forget-drafts.ts).
 * The form's id is kept too, so that a second send after a lost answer is saved once.
 */
type Kept = Record<string, string>

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keep(form)

function keep(form: HTMLFormElement): void {
  const key = form.dataset['draft'] ?? ''
  const status = document.querySelector<HTMLElement>('[data-draft-status]')
  const drop = document.querySelector<HTMLButtonElement>('[data-draft-drop]')
  const say = (words: string | undefined): void => {
    if (status && words) status.textContent = words
  }
  const save = (): void => {
    const kept: Kept = {}
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') kept[name] = value
    sessionStorage.setItem(key, JSON.stringify(kept))
  }
  const before = read(key)
  // A refused form comes back with what was typed; only a fresh one is filled from the device.
  if (before && form.dataset['draftFresh'] === 'yes') {
    fill(form, before)
    say(status?.dataset['back'])
    if (drop) drop.hidden = false
  } else say(status?.dataset['kept'])
  if (form.dataset['draftFresh'] !== 'yes') save()
  form.addEventListener('input', save)
  drop?.addEventListener('click', () => {
    sessionStorage.removeItem(key)
    location.reload()
  })
  form.addEventListener('submit', (event) => {
    save()
    if (navigator.onLine) return
    event.preventDefault()
    say(status?.dataset['offline'])
    status?.focus()
  })
}

function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return kept && typeof kept === 'object' ? (kept as Kept) : null
  } catch {
    return null
  }
}

function fill(form: HTMLFormElement, kept: Kept): void {
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
