/** A trainee says something in a practice session. */
import { findStep } from '#domain/course/course.ts'
import type { Session } from '#domain/course/session.ts'
import { sessionProgressOf } from '#domain/learning/progress.ts'
import { stateOf } from '#domain/learning/steps.ts'
import { takeTurn as say, type Said, type Saying } from '#domain/learning/take-turn.ts'
import { newId } from '#server/trail/new-id.ts'
import { saveMade, type ActingLearner } from './learner.ts'

export interface TurnForm extends Saying {
  readonly recordId: string
}

export type TurnOutcome =
  | { readonly kind: 'said'; readonly ended: boolean }
  /** An old tab, browser Back or a double tap: what was said first stays. */
  | { readonly kind: 'kept' }
  /** Modules come first, and no coordinator opened it. */
  | { readonly kind: 'blocked' }
  | Extract<Said, { kind: 'refused' }>

export async function takeTurn(
  learner: ActingLearner,
  session: Session,
  { recordId, ...saying }: TurnForm,
  now: number,
): Promise<TurnOutcome> {
  const { course, progress } = learner
  const step = findStep(course, session.id)
  if (!step || stateOf(course, progress, step).kind === 'blocked') return { kind: 'blocked' }
  const said = say(session, sessionProgressOf(progress, session.id), saying)
  if (said.kind === 'refused') return said
  if (said.kind === 'lost') return { kind: 'kept' }
  const [turn, ...more] = said.made
  const made = [{ ...turn, id: recordId }, ...more.map((one) => ({ ...one, id: newId(now) }))]
  const [saved] = await saveMade(learner, made, now)
  return saved === 'accepted' ? { kind: 'said', ended: said.ended } : { kind: 'kept' }
}
