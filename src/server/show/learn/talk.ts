/** One turn of a practice session. */
import { findStep } from '#domain/course/course.ts'
import type { Session } from '#domain/course/session.ts'
import { sessionProgressOf } from '#domain/learning/progress.ts'
import { stateOf } from '#domain/learning/steps.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { turnAt, type TurnNow } from '#domain/practice/road.ts'
import type { Learner } from '#server/learning/learner.ts'

export type Talk =
  /** Not open yet, or no such run: its first page says more. */
  | { readonly kind: 'closed'; readonly session: Session }
  | {
      readonly kind: 'turn'
      readonly session: Session
      /** Id of the run that a reply counts in. */
      readonly run: string
      readonly now: TurnNow
      /** The reply that was given at this turn before somebody went back, or null. */
      readonly said: string | null
    }

/**
 * Null where the course has no such session.
 * @param id item id
 * @param wished the run, and the place in its road from 0; null for the one that is open, and for where it stands
 * @param newRun id of the one that begins where none is open
 */
export function showTalk(
  { course, progress }: Learner,
  id: string,
  wished: { readonly run: string | null; readonly step: number | null },
  newRun: string,
): Talk | null {
  const step = findStep(course, id)
  if (step?.kind !== 'session') return null
  const session = step.item
  const open = sessionProgressOf(progress, id)?.open
  const run = wished.run ?? open?.id ?? newRun
  if (stateOf(course, progress, step).kind === 'blocked' || !isUuid(run))
    return { kind: 'closed', session }
  const road = run === open?.id ? open.road : []
  const at =
    wished.step !== null && Number.isInteger(wished.step) && wished.step >= 0
      ? Math.min(wished.step, road.length)
      : road.length
  const now = turnAt(session, road, at) ?? turnAt(session, [], 0)
  return now && { kind: 'turn', session, run, now, said: road[at]?.reply ?? null }
}
