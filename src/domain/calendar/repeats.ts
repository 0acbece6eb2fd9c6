/** Days that come again, and the moments that the clocks of a place say on them. */
import { isDay, plusDays, plusMonths, type Day } from './days.ts'
import { instantsOf, type WallTime } from './wall-clock.ts'
import { offsetAt } from './zone.ts'

/** `month-weekday`: for example every second Tuesday; `month-day`: for example every 14th. */
export const REPEATS = ['weekly', 'two-weeks', 'month-weekday', 'month-day'] as const
export type Repeat = (typeof REPEATS)[number]

/** A year of weeks, and the first day again. */
export const MOST_REPEATED = 53

export interface RepeatEnd {
  /** How many there are in all, the first among them; null for until the day. */
  readonly times: number | null
  /** The last day on which there may be one; null for so many times. */
  readonly until: Day | null
}

/**
 * The first day and those after it, until either end. A month without that day has it on its last one, and a fifth
 * weekday is the last of its kind, so nothing slides.
 * @returns one more than MOST_REPEATED where there would be more
 */
export function repeatedDays(first: Day, repeat: Repeat, end: RepeatEnd): Day[] {
  const days: Day[] = []
  for (let n = 0; days.length <= MOST_REPEATED; n++) {
    if (end.times !== null && n >= end.times) break
    const day = nthDay(first, repeat, n)
    if (end.until !== null && day > end.until) break
    days.push(day)
  }
  return days
}

function nthDay(first: Day, repeat: Repeat, n: number): Day {
  if (repeat === 'weekly') return plusDays(first, 7 * n)
  if (repeat === 'two-weeks') return plusDays(first, 14 * n)
  return repeat === 'month-day' ? plusMonths(first, n) : sameWeekday(first, n)
}

/** The second Tuesday after a second Tuesday; the last one after a fifth. */
function sameWeekday(first: Day, months: number): Day {
  const week = Math.ceil(Number(first.slice(8)) / 7)
  const start = plusMonths(firstOf(first), months)
  const ahead = (weekdayOf(first) - weekdayOf(start) + 7) % 7
  const day = plusDays(start, ahead + 7 * (week - 1))
  return day.slice(0, 7) === start.slice(0, 7) ? day : plusDays(day, -7)
}

const weekdayOf = (day: Day): number => new Date(`${day}T00:00Z`).getUTCDay()
const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day

/** Days from one to another; negative backwards. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/**
 * The moment of a day and a time that nobody is asked about: the first of two, and one that the clocks skip as much
 * later as they go forward (RFC 5545, 3.3.5).
 * @returns milliseconds since 1970; null for what no calendar and no clock has
 */
export function momentOn({ day, time }: WallTime, timeZone: string): number | null {
  const instants = instantsOf({ day, time }, timeZone)
  if (!instants || !isDay(day)) return null
  const [first] = instants
  if (first !== undefined) return first
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  return asIfUtc - offsetAt(asIfUtc - 86_400_000, timeZone)
}
