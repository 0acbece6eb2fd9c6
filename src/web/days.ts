/** Days and times as people read them. */
import type { Locale } from '#domain/programme/locale.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'

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
  new Intl.DateTimeFormat(tag, {
    ...DAY_AND_TIME,
    timeZone,
  }).format(time)

/** Only the time of day, by the programme's clocks. @param time milliseconds since 1970 */
export const clockInWords = (time: number, { tag, timeZone }: Locale): string =>
  new Intl.DateTimeFormat(tag, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone,
  }).format(time)

/** What people call a time zone, for example "Central Time". @param timeZone an IANA name */
export const zoneInWords = (timeZone: string, { tag }: Locale, now: number): string =>
  new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

/** When a group session begins, as the clocks of its programme say it, with the zone's short name. */
export const startInWords = (
  session: { readonly startsAt: number; readonly programme: string },
  { tag }: Locale,
): string =>
  new Intl.DateTimeFormat(tag, {
    ...DAY_AND_TIME,
    timeZone: timeZoneOf(session.programme),
    timeZoneName: 'short',
  }).format(session.startsAt)

/** The same time twice, told apart by the zone's short names: "1:30 am CDT", "1:30 am CST". */
export const momentInWords = (time: number, timeZone: string, { tag }: Locale): string =>
  new Intl.DateTimeFormat(tag, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone,
    timeZoneName: 'long',
  }).format(time)
