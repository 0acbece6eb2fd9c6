/** What a mentor's home says of their support reviews. */
import type { Moment } from '#domain/calendar/days.ts'
import type { SignOff, Standing } from '#domain/readiness/standing.ts'
import { isReviewDue, meetingsSince, mentorsUnder, reviewDueOn, reviewsGoOn } from './rhythm.ts'

export interface ReviewLine {
  /** When the next one is, `YYYY-MM-DD`, or null where none is due at all. */
  readonly dueOn: string | null
  /** Whether that day has come. */
  readonly isPast: boolean
  readonly isFirst: boolean
  /** What was agreed and is not done. */
  readonly open: number
  /** Since the sign-off that holds; null for whoever does not mentor. */
  readonly meetings: number | null
}

/**
 * Null for whoever neither mentors nor ever had a review.
 * @param signOffs newest first @param latest what the newest review says, or null @param meetings oldest first
 */
export function reviewLineOf(
  signOffs: readonly SignOff[],
  standing: Standing,
  latest: { readonly nextOn: string; readonly open: number } | null,
  meetings: readonly { readonly day: string }[],
  { today, timeZone }: Pick<Moment, 'today' | 'timeZone'>,
): ReviewLine | null {
  const under = mentorsUnder(signOffs)
  const mentors = under !== null && under.committedAt !== null
  const ground = mentors
    ? {
        decidedAt: under.decidedAt,
        nextOn: latest?.nextOn ?? null,
        meetings: meetingsSince(under.decidedAt, meetings, timeZone),
        timeZone,
      }
    : null
  const dueOn = ground && reviewsGoOn(standing) ? reviewDueOn(ground) : null
  if (dueOn === null && latest === null) return null
  return {
    dueOn,
    isPast: dueOn !== null && ground !== null && isReviewDue(ground, today),
    isFirst: latest === null,
    open: latest?.open ?? 0,
    meetings: ground?.meetings.length ?? null,
  }
}
