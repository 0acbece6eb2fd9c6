import type { Language } from '#domain/course/language.ts'
import type { Programme } from './programme.ts'

/** How days, times and numbers are said: in the language of the page, as the programme's country and clocks say them. */
export interface Locale {
  /** BCP 47, for `Intl`. */
  readonly tag: 'en-US' | 'en-GB' | 'es-US'
  /** IANA name. */
  readonly timeZone: string
}

/** Spanish is said alike in both countries: days are the same, and both write 1.5 and read 2:05 p. m. */
export const localeOf = (
  language: Language,
  { country, timeZone }: Pick<Programme, 'country' | 'timeZone'>,
): Locale => ({
  tag: language === 'en' && country === 'uk' ? 'en-GB' : `${language}-US`,
  timeZone,
})
