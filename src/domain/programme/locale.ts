import type { Language } from '#domain/course/language.ts'
import type { Programme } from './programme.ts'

/** The English of each country is a text of its own; Spanish is said alike in both. */
export const VARIETIES = ['en', 'en-GB', 'es'] as const
export type Variety = (typeof VARIETIES)[number]

export const varietyOf = (language: Language, { country }: Pick<Programme, 'country'>): Variety =>
  language === 'en' && country === 'uk' ? 'en-GB' : language

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
): Locale => {
  const variety = varietyOf(language, { country })
  return { tag: variety === 'en-GB' ? variety : `${variety}-US`, timeZone }
}
