/** Words of the saved course: a script for each variety (saved/words/), of which only one comes. */
import type { Language } from '#domain/course/language.ts'
import type { Variety } from '#domain/programme/locale.ts'
import type { SavedWords } from '#i18n/en/saved.ts'

const WORDS = 'ALONGSIDE_SAVED_WORDS'
type Page = Window & { [WORDS]?: Partial<Record<Language, SavedWords>> }

/** Called by these scripts. */
export function bringSavedWords(language: Language, words: SavedWords): void {
  const page: Page = window
  page[WORDS] = { ...page[WORDS], [language]: words }
}

export function savedWordsIn(language: Language): SavedWords {
  const found = (window as Page)[WORDS]?.[language]
  if (!found) throw new Error(`The words of ${language} did not come.`)
  return found
}

/** The page names their addresses (pages/saved.astro), which differ with each release. */
export const bringWordsOf = (variety: Variety): Promise<void> =>
  new Promise((loaded, failed) => {
    const script = document.createElement('script')
    script.src = document.body.getAttribute(`data-words-${variety.toLowerCase()}`) ?? ''
    script.addEventListener('load', () => loaded())
    script.addEventListener('error', () => failed(new Error('The words did not come.')))
    document.head.append(script)
  })
