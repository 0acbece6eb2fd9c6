/**
 * Days, as the clocks of a programme show them: the only place that reads, counts and compares them with moments.
 * What is typed is read with `isDay` where it comes in; from there on a `Day` is known to be one.
 */
import { offsetAt } from './zone.ts'

/** `YYYY-MM-DD`: written so, days sort as they follow one another. */
export type Day = `${number}-${number}-${number}`

/** A moment, and the day that a programme's clocks show then. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly today: Day
  /** When that day ends there, milliseconds since 1970. */
  readonly tomorrow: number
  /** The programme's, an IANA name. */
  readonly timeZone: string
}

export const DAY_MS = 86_400_000
/** How a day is written, whether or not the calendar has it. */
export const DAY_SIGNS = /^\d{4}-\d\d-\d\d$/

/** A day that the calendar has. */
export function isDay(text: string): text is Day {
  if (!DAY_SIGNS.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && dayOf(time) === text
}

/** The day that clocks there show. @param time milliseconds since 1970 @param timeZone IANA name */
export const dayAt = (time: number, timeZone: string): Day => dayOf(time + offsetAt(time, timeZone))

/** @param now milliseconds since 1970 @param timeZone IANA name */
export function momentIn(timeZone: string, now: number): Moment {
  const today = dayAt(now, timeZone)
  return { now, today, tomorrow: endOfDay(today, timeZone), timeZone }
}

/** @param days may be negative */
export const plusDays = (day: Day, days: number): Day => dayOf(midnightOf(day) + days * DAY_MS)

/** So many months later; the last day of the month where the day does not exist. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastDay)))
}

/** Its first moment there, milliseconds since 1970. @param timeZone IANA name */
export function startOfDay(day: Day, timeZone: string): number {
  const midnight = midnightOf(day)
  const offsets = [-DAY_MS, DAY_MS].map((away) => offsetAt(midnight + away, timeZone))
  // Of two midnights the sooner; where the clocks skip it, the moment in which they do.
  const first = midnight - Math.max(...offsets)
  const isThere = first + offsetAt(first, timeZone) === midnight
  return isThere ? first : midnight - Math.min(...offsets)
}

/** The first moment of the next day, which a clock change may make 23 or 25 hours after this one's. */
export const endOfDay = (day: Day, timeZone: string): number =>
  startOfDay(plusDays(day, 1), timeZone)

/** A day without a clock: midnight of UTC stands for it, and only in this file. */
const midnightOf = (day: Day): number => Date.parse(day)
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10) as Day
