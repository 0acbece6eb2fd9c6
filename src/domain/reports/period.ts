/** The period of a report: people who joined in it. Days are UTC days. */

export interface Period {
  /** Milliseconds since 1970, or null for no beginning. */
  readonly from: number | null
  /** The first moment after it, or null for no end. */
  readonly before: number | null
}

export type PeriodProblem = 'from' | 'to' | 'order'

const DAY = 86_400_000

/** @returns milliseconds since 1970 at the beginning of a day `YYYY-MM-DD` that the calendar has, or null */
export function dayStart(day: string): number | null {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : time
}

/** The last day belongs to it. What cannot be read is left out and named. */
export function readPeriod(
  from: string,
  to: string,
): {
  readonly period: Period
  readonly problems: readonly PeriodProblem[]
} {
  const start = dayStart(from)
  const end = dayStart(to)
  const problems: PeriodProblem[] = []
  if (from && start === null) problems.push('from')
  if (to && end === null) problems.push('to')
  if (start !== null && end !== null && end < start) problems.push('order')
  if (problems.includes('order')) return { period: { from: null, before: null }, problems }
  return { period: { from: start, before: end === null ? null : end + DAY }, problems }
}

/** A calendar year: periods that do not overlap, so that no two views differ by a few people. */
export const yearOf = (year: number): Period => ({
  from: Date.UTC(year, 0, 1),
  before: Date.UTC(year + 1, 0, 1),
})
