/** What a mentor's home says of their support reviews. */
import { dayAt } from '#domain/calendar/days.ts'
import { mentorsUnder, openOf, type StandingFacts } from '#domain/readiness/standing.ts'
import { isReviewDue, meetingsSince, remindedBy, reviewDueOn } from './rhythm.ts'

export interface ReviewLine {
  /** When the next one is, `YYYY-MM-DD`, or null where none is due at all. */
  readonly dueOn: string | null
  /** Whether that day has come. */
  readonly isPast: boolean
  readonly isFirst: boolean
  /** What was agreed and is not done. */
  readonly open: number
  /** Since the sign-off by which they mentor, or did until it ended; null for whoever never began. */
  readonly meetings: number | null
}

/**
 * Null for whoever neither mentors nor ever had a review.
 * @param latest what the newest review says, or null @param meetings oldest first
 */
export function reviewLineOf(
  facts: StandingFacts,
  latest: { readonly nextOn: string; readonly open: number } | null,
  meetings: readonly { readonly day: string }[],
  at: number,
): ReviewLine | null {
  const { timeZone } = facts
  const ground = remindedBy(facts, { nextOn: latest?.nextOn ?? null, meetings }, at)
  const under = mentorsUnder(facts, at)
  const hasBegun = under !== null && openOf(under, facts, at) === null
  if (ground === null && latest === null) return null
  return {
    dueOn: ground && reviewDueOn(ground),
    isPast: ground !== null && isReviewDue(ground, dayAt(at, timeZone)),
    isFirst: latest === null,
    open: latest?.open ?? 0,
    meetings: hasBegun ? meetingsSince(under.decidedAt, meetings, timeZone).length : null,
  }
}
