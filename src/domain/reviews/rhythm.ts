/**
 * When a support review is due: the first after 3 meetings or 4 weeks, then regularly (curriculum.md, part F;
 * regular one-to-one reviews after Moving On Tyne & Wear, A1 [F4, F5]). "Every 3 months" is ours.
 */
import { FIRST_REVIEW_AFTER, MEETINGS_BEFORE_REVIEW } from '#domain/readiness/attention.ts'
import { isMatchable, type SignOff, type Standing } from '#domain/readiness/standing.ts'

export const MONTHS_BETWEEN = 3

/** Three months later; the last day of the month where the day does not exist. Days as `YYYY-MM-DD`. */
export function usualNextReview(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + MONTHS_BETWEEN + 1, 0)).getUTCDate()
  const next = new Date(Date.UTC(year, month - 1 + MONTHS_BETWEEN, Math.min(date, lastDay)))
  return next.toISOString().slice(0, 10)
}

/**
 * The first after 3 meetings or 4 weeks, whichever comes first; then what was agreed.
 * The same rule stands in db/home.ts as SQL, as the reason `review`.
 * @param decidedAt of the sign-off that holds, milliseconds since 1970
 * @param nextOn what the latest review says, `YYYY-MM-DD`, or null where there was none
 * @param meetings days since that sign-off, oldest first
 */
export function reviewDueOn(
  decidedAt: number,
  nextOn: string | null,
  meetings: readonly string[],
): string {
  if (nextOn !== null) return nextOn
  const byTime = dayOf(decidedAt + FIRST_REVIEW_AFTER)
  const byMeetings = meetings[MEETINGS_BEFORE_REVIEW - 1]
  return byMeetings !== undefined && byMeetings < byTime ? byMeetings : byTime
}

/** As the coordinator's home counts it: the first is due on its day, the others from the day after. */
export const isReviewDue = (
  decidedAt: number,
  nextOn: string | null,
  meetings: readonly string[],
  today: string,
): boolean => (nextOn === null ? reviewDueOn(decidedAt, null, meetings) <= today : nextOn < today)

/** Days on which somebody met a mentee since a sign-off, oldest first. @param meetings oldest first */
export const meetingsSince = (
  decidedAt: number,
  meetings: readonly { readonly day: string }[],
): string[] => meetings.map(({ day }) => day).filter((day) => day >= dayOf(decidedAt))

/** The sign-off under which somebody mentors: the newest decision, where it says ready and was not withdrawn. */
export const mentorsUnder = <T extends SignOff>(signOffs: readonly T[]): T | null =>
  signOffs[0]?.decision === 'ready' && signOffs[0].withdrawnAt === null ? signOffs[0] : null

/** Whether reviews are due at all: not in a pause, which brings no reminders, nor after a sign-off has ended; a lapse changes nothing. */
export const reviewsGoOn = (standing: Standing): boolean =>
  isMatchable(standing) || standing === 'lapsed'

/** Since which day somebody could meet mentees, `YYYY-MM-DD`; null where they never could. @param signOffs newest first */
export function firstSignOff(signOffs: readonly SignOff[]): string | null {
  const first = signOffs.findLast(
    ({ decision, committedAt }) => decision === 'ready' && committedAt !== null,
  )
  return first ? dayOf(first.decidedAt) : null
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
