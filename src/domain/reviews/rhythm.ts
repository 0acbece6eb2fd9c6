/**
 * When a support review is due: the first after 3 meetings or 4 weeks, then regularly (curriculum.md, part F;
 * regular one-to-one reviews after Moving On Tyne & Wear, A1 [F4, F5]). "Every 3 months" is ours.
 */
import { FIRST_REVIEW_AFTER } from '#domain/readiness/attention.ts'

export const MONTHS_BETWEEN = 3

/** Three months later; the last day of the month where the day does not exist. Days as `YYYY-MM-DD`. */
export function usualNextReview(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + MONTHS_BETWEEN + 1, 0)).getUTCDate()
  const next = new Date(Date.UTC(year, month - 1 + MONTHS_BETWEEN, Math.min(date, lastDay)))
  return next.toISOString().slice(0, 10)
}

/**
 * The same rule stands in db/home.ts as SQL, as the reason `review`.
 * @param decidedAt of the sign-off that holds, milliseconds since 1970
 * @param nextOn what the latest review says, `YYYY-MM-DD`, or null where there was none
 */
export const reviewDueOn = (decidedAt: number, nextOn: string | null): string =>
  nextOn ?? new Date(decidedAt + FIRST_REVIEW_AFTER).toISOString().slice(0, 10)
