import type { Language } from '#domain/course/course.ts'
import type { Programme } from './programme.ts'

/** How days, times and numbers are said: in the language of the page, as the programme's country says them. */
export type Locale = 'en-US' | 'en-GB' | 'es-US'

/** Spanish is said alike in both countries: days are the same, and both write 1.5 and read 2:05 p. m. */
export const localeOf = (language: Language, { country }: Pick<Programme, 'country'>): Locale =>
  language === 'en' && country === 'uk' ? 'en-GB' : `${language}-US`
