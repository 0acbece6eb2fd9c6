/** Saying something in a practice session; it ends with the reply that leads to an ending. */
import type { Reply, Session, Turn } from '#domain/course/session.ts'
import { turnAt } from '#domain/practice/road.ts'
import type { RoadStep, SessionProgress } from '#domain/practice/run.ts'
import type { Made } from './record.ts'

export interface Saying {
  readonly run: string
  /** Place in the road, from 0; taking an earlier step again cuts the road there. */
  readonly step: number
  /** Slug of the turn that was shown; null where nothing else than the turn at this step can be. */
  readonly turn: string | null
  /** Null where nothing was chosen. */
  readonly reply: string | null
}

export type Said =
  | { readonly kind: 'made'; readonly made: readonly [Made, ...Made[]]; readonly ended: boolean }
  | { readonly kind: 'refused'; readonly reason: 'blank' | 'no-such-reply' }
  /** No such turn at this step any more: an old tab, a run that has ended, a course that was edited. */
  | { readonly kind: 'lost' }

export function takeTurn(
  session: Session,
  progress: SessionProgress | null,
  { run, step, turn, reply: chosen }: Saying,
): Said {
  const hasEnded = progress?.ended.some(({ id }) => id === run)
  const now = hasEnded ? null : turnAt(session, openRoad(progress, run), step)
  if (!now || (turn !== null && now.turn.slug !== turn)) return { kind: 'lost' }
  if (!chosen) return { kind: 'refused', reason: 'blank' }
  const reply = now.turn.replies.find(({ id }) => id === chosen)
  if (!reply) return { kind: 'refused', reason: 'no-such-reply' }
  const said = sayReply(now.turn, reply, run, step)
  if (reply.way.kind !== 'end') return { kind: 'made', made: [said], ended: false }
  const ended: Made = {
    kind: 'session-ended',
    item: session.id,
    revision: session.revision,
    value: { run, ending: reply.way.ending },
  }
  return { kind: 'made', made: [said, ended], ended: true }
}

const openRoad = (progress: SessionProgress | null, run: string): readonly RoadStep[] =>
  progress?.open?.id === run ? progress.open.road : []

/** With the verdicts of today's course. */
export const sayReply = (
  turn: Turn,
  { id: reply, verdicts }: Reply,
  run: string,
  step: number,
): Made<'turn-taken'> => ({
  kind: 'turn-taken',
  item: turn.id,
  revision: turn.revision,
  value: { run, step, reply, verdicts },
})
