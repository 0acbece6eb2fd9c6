/** The honest line about what is saved. */
import type { Locale } from '#domain/programme/locale.ts'
import type { PlayerWords } from '#i18n/en/player.ts'
import type { Saving } from './recorder.ts'

export function savingWords(saving: Saving, words: PlayerWords, locale: Locale): string {
  switch (saving.kind) {
    case 'nothing-yet':
      return words.nothingYet
    case 'saved':
      return words.savedAt(timeInWords(saving.at, locale))
    case 'not-saved':
      return words.notSaved(timeOrNull(saving.last, locale))
    case 'not-connected':
      return words.notConnectedShort
    case 'looking-back':
      return words.lookingBackShort
    case 'here':
    case 'not-here':
      return saving.text
  }
}

export const timeOrNull = (at: number | null, locale: Locale): string | null =>
  at === null ? null : timeInWords(at, locale)

/** "2:05 pm", by the clock of the device. @param at milliseconds since 1970 */
export const timeInWords = (at: number, { tag }: Locale): string =>
  new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', hour12: true })
    .format(at)
    .toLowerCase()
