import type { Language } from '#domain/course/course.ts'
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

/** The day that clocks there show, `YYYY-MM-DD`. @param time milliseconds since 1970 @param timeZone IANA name */
export function dayAt(time: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(time)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}
