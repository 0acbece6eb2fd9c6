/** A trainee says something in a practice session; the session ends with the reply that leads to an ending. */
import type { RoadStep, SessionProgress } from '#domain/practice/run.ts'
import { exchangesOf, placeAfter, type Exchange } from '#domain/practice/road.ts'
import type { Session, Turn } from '#domain/course/session.ts'
import { saveMade, type Learner, type Made } from './learner.ts'
import { newId } from '#server/running/new-id.ts'

export interface TurnForm {
  readonly recordId: string
  readonly run: string
  readonly step: number
  readonly turn: string
  readonly reply: string | null
}

export type TurnOutcome =
  | { readonly kind: 'said'; readonly ended: boolean }
  /** An old tab, browser Back or a double tap: what was said first stays. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly reason: 'blank' | 'no-such-reply' }

export const sessionProgressOf = (learner: Learner, session: Session): SessionProgress | null => {
  const have = learner.progress[session.id]
  return have?.kind === 'session' ? have : null
}

export interface RunPlace {
  readonly exchanges: readonly Exchange[]
  readonly turn: Turn
  readonly isRepair: boolean
}

/** Where one stands at a step of a road; null where this step is not a turn. */
export function placeAt(
  session: Session,
  road: readonly RoadStep[],
  step: number,
): RunPlace | null {
  const exchanges = exchangesOf(session, road.slice(0, step))
  if (exchanges.length < step) return null
  const place = placeAfter(session, exchanges)
  return place?.kind === 'turn' ? { exchanges, turn: place.turn, isRepair: place.isRepair } : null
}

export async function takeTurn(
  learner: Learner,
  session: Session,
  form: TurnForm,
  now: number,
): Promise<TurnOutcome> {
  const open = sessionProgressOf(learner, session)?.open
  const road = open?.id === form.run ? open.road : []
  const ended = sessionProgressOf(learner, session)?.ended.some((run) => run.id === form.run)
  const place = ended ? null : placeAt(session, road, form.step)
  if (!place || place.turn.slug !== form.turn) return { kind: 'kept' }
  if (!form.reply) return { kind: 'refused', reason: 'blank' }
  const reply = place.turn.replies.find(({ id }) => id === form.reply)
  if (!reply) return { kind: 'refused', reason: 'no-such-reply' }
  const made: Made[] = [
    {
      id: form.recordId,
      item: place.turn.id,
      revision: place.turn.revision,
      kind: 'turn-taken',
      value: { run: form.run, step: form.step, reply: reply.id, verdicts: reply.verdicts },
    },
  ]
  if (reply.way.kind === 'end')
    made.push({
      id: newId(now),
      item: session.id,
      revision: session.revision,
      kind: 'session-ended',
      value: { run: form.run, ending: reply.way.ending },
    })
  const [saved] = await saveMade(learner, made, now)
  return saved === 'accepted' ? { kind: 'said', ended: made.length > 1 } : { kind: 'kept' }
}
