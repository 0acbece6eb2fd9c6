/** A mentor notes that they met a mentee: the day alone, so that the first support review comes in time. */
import { listSignOffs } from '#db/sign-offs.ts'
import type { Moment } from '#domain/calendar/days.ts'
import type { Meeting } from '#domain/learning/progress.ts'
import { firstSignOff } from '#domain/reviews/rhythm.ts'
import { mentorsUnder } from '#domain/readiness/standing.ts'
import { problemWithDay } from '#domain/readiness/evidence-rules.ts'
import { saveMade, type ActingLearner, type Learner } from '#server/learning/learner.ts'
import { decisionsOf } from '#server/readiness/decisions-of.ts'
import { newId } from '#server/trail/new-id.ts'

export type MeetingProblem = 'day-malformed' | 'day-future' | 'before-sign-off'

export type NoteMeetingOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problem: MeetingProblem }
  /** Whoever is not signed off meets nobody yet. */
  | { readonly kind: 'no-mentor' }

/**
 * The same form sent twice is saved once.
 * @param day `YYYY-MM-DD`
 */
export async function noteMeeting(
  learner: ActingLearner,
  { id, day }: { readonly id: string; readonly day: string },
  { now, today }: Moment,
): Promise<NoteMeetingOutcome> {
  const decisions = decisionsOf(await listSignOffs(learner.person))
  const first = firstSignOff(decisions)
  if (first === null || mentorsUnder(decisions, now) === null) return { kind: 'no-mentor' }
  const problem = problemWithDay(day, today) ?? (day < first ? 'before-sign-off' : null)
  if (problem) return { kind: 'refused', problem }
  const made = { id, item: 'meetings', revision: 1, kind: 'meeting-noted', value: { day } } as const
  await saveMade(learner, [made], now)
  return { kind: 'saved' }
}

/** @param meeting id of the record that noted it @returns false where it is not one of theirs */
export async function takeBackMeeting(
  learner: ActingLearner,
  meeting: string,
  now: number,
): Promise<boolean> {
  if (!meetingsOf(learner).some(({ id }) => id === meeting)) return false
  const made = { id: newId(now), item: 'meetings', revision: 1 } as const
  await saveMade(learner, [{ ...made, kind: 'meeting-taken-back', value: { meeting } }], now)
  return true
}

/** Oldest day first. */
export function meetingsOf({ progress }: Pick<Learner, 'progress'>): readonly Meeting[] {
  const have = progress['meetings']
  return have?.kind === 'meetings' ? have.meetings : []
}
