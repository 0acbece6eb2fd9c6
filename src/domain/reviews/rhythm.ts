/**
 * When a support review is due: the first after 3 meetings or 4 weeks, then regularly (L2;
 * regular one-to-one reviews after Moving On Tyne & Wear, F4 and F5 in docs/sources.md). "Every 3 months" is ours.
 */
import { dayAt, plusMonths, type Day } from '#domain/calendar/days.ts'
import { FIRST_REVIEW_AFTER, MEETINGS_BEFORE_REVIEW } from '#domain/readiness/attention.ts'
import {
  inForceAt,
  standingAt,
  type Decisions,
  type StandingFacts,
} from '#domain/readiness/standing.ts'

const MONTHS_BETWEEN = 3

/** Three months later; the last day of the month where the day does not exist. Days as `YYYY-MM-DD`. */
export const usualNextReview = (day: Day): Day => plusMonths(day, MONTHS_BETWEEN)

/** What the days of a sign-off and of its reviews are counted by. */
interface Ground {
  /** Of the sign-off that holds, milliseconds since 1970. */
  readonly decidedAt: number
  /** What the latest review says, `YYYY-MM-DD`, or null where there was none. */
  readonly nextOn: string | null
  /** Days since that sign-off, oldest first. */
  readonly meetings: readonly string[]
  /** The programme's, an IANA name. */
  readonly timeZone: string
}

/**
 * The first after 3 meetings or 4 weeks, whichever comes first; then what was agreed.
 * The same rule stands in db/home-reasons.ts as SQL, as the reason `review`.
 */
export function reviewDueOn({ decidedAt, nextOn, meetings, timeZone }: Ground): string {
  if (nextOn !== null) return nextOn
  const byTime = dayAt(decidedAt + FIRST_REVIEW_AFTER, timeZone)
  const byMeetings = meetings[MEETINGS_BEFORE_REVIEW - 1]
  return byMeetings !== undefined && byMeetings < byTime ? byMeetings : byTime
}

/** As the coordinator's home counts it: the first is due on its day, the others from the day after. */
export const isReviewDue = (ground: Ground, today: Day): boolean =>
  ground.nextOn === null ? reviewDueOn(ground) <= today : ground.nextOn < today

/** Days on which somebody met a mentee since a sign-off, oldest first. @param meetings oldest first */
export const meetingsSince = (
  decidedAt: number,
  meetings: readonly { readonly day: string }[],
  timeZone: string,
): string[] => meetings.map(({ day }) => day).filter((day) => day >= dayAt(decidedAt, timeZone))

/** What was agreed and what was noted, of one person. */
export interface Noted {
  /** What the latest review says, `YYYY-MM-DD`, or null where there was none. */
  readonly nextOn: string | null
  /** Oldest first. */
  readonly meetings: readonly { readonly day: string }[]
}

/** The ground of the next review: null where no sign-off holds, so that none is due. */
export function groundOf(
  decisions: Decisions,
  { nextOn, meetings }: Noted,
  at: number,
): Ground | null {
  const { timeZone } = decisions
  const decidedAt = inForceAt(decisions, at)?.decidedAt
  if (decidedAt === undefined) return null
  return { decidedAt, nextOn, meetings: meetingsSince(decidedAt, meetings, timeZone), timeZone }
}

/** As `groundOf`, and null in a pause too, which brings no reminders; a lapse and a stop change nothing. */
export const remindedBy = (facts: StandingFacts, noted: Noted, at: number): Ground | null =>
  standingAt({ ...facts, stops: [] }, at) === 'paused' ? null : groundOf(facts, noted, at)

/** Since which day somebody could meet mentees, `YYYY-MM-DD`; null where they never could. @param decisions newest first */
export function firstSignOff({ signOffs, timeZone }: Decisions): string | null {
  const first = signOffs.findLast(
    ({ decision, committedAt }) => decision === 'ready' && committedAt !== null,
  )
  return first ? dayAt(first.decidedAt, timeZone) : null
}
