/** The period of a report: people who joined in it, by days as the programme's clocks show them. */
import { endOfDay, isDay, startOfDay, type Day } from '#domain/calendar/days.ts'

export interface Period {
  /** Milliseconds since 1970, or null for no beginning. */
  readonly from: number | null
  /** The first moment after it, or null for no end. */
  readonly before: number | null
}

export type PeriodProblem = 'from' | 'to' | 'order'

/** The last day belongs to it. What cannot be read is left out and named. @param timeZone IANA name */
export function readPeriod(
  from: string,
  to: string,
  timeZone: string,
): {
  readonly period: Period
  readonly problems: readonly PeriodProblem[]
} {
  const start = isDay(from) ? from : null
  const end = isDay(to) ? to : null
  const problems: PeriodProblem[] = []
  if (from && !start) problems.push('from')
  if (to && !end) problems.push('to')
  if (start && end && end < start) problems.push('order')
  const period = problems.includes('order')
    ? { from: null, before: null }
    : {
        from: start && startOfDay(start, timeZone),
        before: end && endOfDay(end, timeZone),
      }
  return { period, problems }
}

/** A calendar year: periods that do not overlap, so that no two views differ by a few people. */
export function yearOf(year: number, timeZone: string): Period {
  const newYear = (of: number): number =>
    startOfDay(`${String(of).padStart(4, '0')}-01-01` as Day, timeZone)
  return { from: newYear(year), before: newYear(year + 1) }
}
