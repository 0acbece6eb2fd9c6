/** What is being written is kept as it is typed, sealed; it comes back where its person's session opens it. */
import type { SavedWords } from '#i18n/en/saved.ts'
import { draftId, draftOf } from '#offline/entries.ts'
import type { Shelf } from '#offline/shelf.ts'
import type { Owner } from '#offline/store.ts'

export interface Drafts {
  /** It was kept as a whole: what was typed on the way goes. */
  done(form: HTMLFormElement | null): Promise<void>
}

const PAUSE_MS = 300

/**
 * @param read opens a draft; null where nobody's session is at hand
 * @param main the element in which pages are drawn
 */
export function keepDrafts(
  shelf: Shelf,
  { person, publicKey }: Owner,
  main: HTMLElement,
  read: (id: string) => Promise<Readonly<Record<string, string>> | null>,
  { t, here }: { readonly t: SavedWords; readonly here: string },
): Drafts {
  let timer = 0
  let writing: Promise<unknown> = Promise.resolve()
  const idOf = ({ dataset }: HTMLElement): string =>
    draftId(person, dataset['act'] ?? '', dataset['draftOf'] ?? '')

  const keep = (form: HTMLFormElement): void => {
    const fields = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    )
    const id = idOf(form)
    writing = writing
      .then(() => draftOf({ id, person, item: form.dataset['draftOf'] ?? '' }, fields, publicKey))
      .then((entry) => shelf.put([entry]))
      // What this browser does not seal is not kept.
      .catch(() => undefined)
  }

  main.addEventListener('input', ({ target }) => {
    const form = (target as HTMLInputElement).form
    if (!form?.dataset['draftOf']) return
    clearTimeout(timer)
    timer = window.setTimeout(() => keep(form), PAUSE_MS)
  })

  const bringBack = async (form: HTMLFormElement): Promise<void> => {
    const id = idOf(form)
    // A form that was refused holds what was typed.
    if (form.querySelector('[aria-invalid]')) return
    if (!(await shelf.of(person)).some((entry) => entry.id === id)) return
    const fields = await read(id)
    if (!fields) {
      const line = form.querySelector('[data-draft-line]')
      if (line) line.textContent = t.draft(here)
      return
    }
    for (const [name, value] of Object.entries(fields)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLTextAreaElement && field.value === '') field.value = value
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true
    }
    const around = form.closest('details')
    if (around) around.open = true
  }

  new MutationObserver(() => {
    for (const form of main.querySelectorAll<HTMLFormElement>('form[data-draft-of]'))
      void bringBack(form)
  }).observe(main, { childList: true })

  return {
    done: async (form) => {
      clearTimeout(timer)
      await writing
      if (form) await shelf.drop(person, [idOf(form)])
    },
  }
}
