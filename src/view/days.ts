/** Days, times and time zones as people read them; UK or US is in the locale (domain/programme/locale.ts). */
import type { Locale } from '#domain/programme/locale.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Each kept: to make one takes longer than what it is asked, and 50 KB that are given back late (a download of 20,000 rows). */
function formatIn(tag: string, how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(how)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tag, how)
  formats.set(key, made)
  return made
}

/** A day in words. @param day `YYYY-MM-DD`, or a moment of it in milliseconds since 1970, by the programme's clocks */
export const dayInWords = (day: string | number, { tag, timeZone }: Locale): string =>
  formatIn(tag, {
    dateStyle: 'long',
    timeZone: typeof day === 'number' ? timeZone : 'UTC',
  }).format(new Date(day))

/** Field by field: the short style says 05:08 pm in the United Kingdom. */
const DAY_AND_TIME = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
} as const

/** Day and time by the programme's clocks. @param time milliseconds since 1970 */
export const timeInWords = (time: number, { tag, timeZone }: Locale): string =>
  formatIn(tag, {
    ...DAY_AND_TIME,
    timeZone,
  }).format(time)

/** Only the time of day, by the programme's clocks. @param time milliseconds since 1970 */
export const clockInWords = (time: number, { tag, timeZone }: Locale): string =>
  formatIn(tag, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone,
  }).format(time)

/** What people call a time zone, for example "Central Time". @param timeZone an IANA name */
export const zoneInWords = (timeZone: string, { tag }: Locale, now: number): string =>
  formatIn(tag, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

/** Day and time by the clocks of a place, with its zone's short name. @param timeZone an IANA name */
export const timeInZone = (time: number, timeZone: string, { tag }: Locale): string =>
  formatIn(tag, { ...DAY_AND_TIME, timeZone, timeZoneName: 'short' }).format(time)

/** The same time twice, told apart by the zone's short names: "1:30 am CDT", "1:30 am CST". */
export const momentInWords = (time: number, timeZone: string, { tag }: Locale): string =>
  formatIn(tag, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone,
    timeZoneName: 'long',
  }).format(time)
