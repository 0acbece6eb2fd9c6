/** The honest line about what is saved. */
import type { Language } from '#domain/course/course.ts'
import type { PlayerWords } from '#i18n/en/player.ts'
import type { Saving } from './recorder.ts'

export function savingWords(saving: Saving, words: PlayerWords, language: Language): string {
  switch (saving.kind) {
    case 'nothing-yet':
      return words.nothingYet
    case 'saved':
      return words.savedAt(timeInWords(saving.at, language))
    case 'not-saved':
      return words.notSaved
    case 'not-connected':
      return words.notConnectedShort
    case 'looking-back':
      return words.lookingBackShort
  }
}

const TIMES: Record<Language, string> = { en: 'en-US', es: 'es-US' }

/** "2:05 pm", by the clock of the device. @param at milliseconds since 1970 */
export const timeInWords = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(TIMES[language], { hour: 'numeric', minute: '2-digit' })
    .format(at)
    .toLowerCase()
