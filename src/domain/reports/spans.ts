/** A period in parts that do not overlap: calendar quarters, or years where it is long. */
import { dayAt, plusDays, plusMonths, startOfDay, type Day } from '#domain/calendar/days.ts'
import type { Period } from './period.ts'

export interface ReportSpan {
  readonly year: number
  /** 1 to 4; null for a whole year. */
  readonly quarter: 1 | 2 | 3 | 4 | null
  /** Its first day, and the first one after it; a part of a quarter where the period begins or ends within it. */
  readonly firstDay: Day
  readonly beforeDay: Day
  /** The same as moments, milliseconds since 1970. */
  readonly from: number
  readonly before: number
}

/** Quarters that are shown where no period is said, and the most parts that there are. */
const USUAL = 8
const MOST = 12

/**
 * Oldest first. Without a beginning the last eight quarters; more than twelve quarters are told by year, the last twelve.
 * @param timeZone the programme's clock, an IANA name @param now milliseconds since 1970
 */
export function spansOfPeriod(period: Period, timeZone: string, now: number): ReportSpan[] {
  const last = period.before === null ? now : Math.max(0, period.before - 1)
  const end = dayAt(last, timeZone)
  const start =
    period.from === null
      ? plusMonths(quarterStart(end), -3 * (USUAL - 1))
      : dayAt(period.from, timeZone)
  const quarters = parts(start, end, quarterStart(start), 3, timeZone)
  if (quarters.length <= MOST) return quarters
  return parts(start, end, yearStart(start), 12, timeZone).slice(-MOST)
}

function parts(start: Day, end: Day, first: Day, months: 3 | 12, timeZone: string): ReportSpan[] {
  const found: ReportSpan[] = []
  for (let from = first; from <= end; from = plusMonths(from, months)) {
    const next = plusMonths(from, months)
    const firstDay = from < start ? start : from
    const beforeDay = next > end ? plusDays(end, 1) : next
    found.push({
      year: Number(from.slice(0, 4)),
      quarter: months === 12 ? null : quarterOf(from),
      firstDay,
      beforeDay,
      from: startOfDay(firstDay, timeZone),
      before: startOfDay(beforeDay, timeZone),
    })
  }
  return found
}

const monthOf = (day: Day): number => Number(day.slice(5, 7))
const quarterOf = (day: Day) => Math.ceil(monthOf(day) / 3) as 1 | 2 | 3 | 4
const quarterStart = (day: Day): Day =>
  `${day.slice(0, 4)}-${String(quarterOf(day) * 3 - 2).padStart(2, '0')}-01` as Day
const yearStart = (day: Day): Day => `${day.slice(0, 4)}-01-01` as Day

export const USUAL_PERIODS = ['this-quarter', 'last-quarter', 'this-year', 'last-year'] as const
export type UsualPeriod = (typeof USUAL_PERIODS)[number]

/** First and last day of each. @param today by the programme's clock */
export function usualPeriods(today: Day): Record<UsualPeriod, { from: Day; to: Day }> {
  const of = (from: Day, months: number) => ({ from, to: plusDays(plusMonths(from, months), -1) })
  const [quarter, year] = [quarterStart(today), yearStart(today)]
  return {
    'this-quarter': of(quarter, 3),
    'last-quarter': of(plusMonths(quarter, -3), 3),
    'this-year': of(year, 12),
    'last-year': of(plusMonths(year, -12), 12),
  }
}

/** A period as one part. @param to its last day, not before `from` */
export const oneSpan = (from: Day, to: Day, timeZone: string): ReportSpan => ({
  year: Number(from.slice(0, 4)),
  quarter: null,
  firstDay: from,
  beforeDay: plusDays(to, 1),
  from: startOfDay(from, timeZone),
  before: startOfDay(plusDays(to, 1), timeZone),
})
