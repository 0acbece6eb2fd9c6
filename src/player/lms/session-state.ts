/**
 * What the state keeps of one practice session: how often it ended, and the open road, without which nobody could go on.
 * What was said in an ended session is not kept: the state lies with somebody's employer, and the package tells how to read it.
 */
import { replyKey } from '#domain/course/short-keys.ts'
import {
  principlesWith,
  type EndedRun,
  type RoadStep,
  type SessionProgress,
} from '#domain/practice/run.ts'
import { exchangesOf, placeAfter } from '#domain/practice/road.ts'
import type { Session } from '#domain/course/session.ts'
import { bitsText, numberText, Unreadable, type TextReader } from './digits.ts'
import type { Room } from './room.ts'

/** `best` and `last`: roads that states of version A1 have. */
const HAS = { open: 1, best: 2, last: 4 } as const
/** More is not a person but a broken text. */
const MOST_RUNS = 10_000

export function sessionText(progress: SessionProgress, room: Room): string {
  const open = room.openRoads ? progress.open : null
  return [
    numberText(Math.min(progress.ended.length, MOST_RUNS)),
    bitsText(open ? HAS.open : 0),
    open ? roadText(open.road) : '',
  ].join('')
}

const roadText = (road: readonly RoadStep[]): string =>
  numberText(road.length) + road.map(({ turn, reply }) => replyKey(turn, reply)).join('')

/** Whether a road stands in it, which can be read with the session alone. @param from behind its key */
export function hasRoad(from: TextReader): boolean {
  from.number()
  return from.bits() !== 0
}

export function readSession(session: Session, from: TextReader): SessionProgress {
  const times = from.number()
  if (times > MOST_RUNS) throw new Unreadable(`${times} runs`)
  const head = from.bits()
  const open = head & HAS.open ? readRoad(session, from) : null
  const roads = new Map<number, RoadStep[]>()
  if (head & HAS.best) roads.set(from.number(), readRoad(session, from))
  if (head & HAS.last) roads.set(times - 1, readRoad(session, from))
  return {
    kind: 'session',
    open: open?.length ? { id: 'kept-open', road: open } : null,
    ended: Array.from({ length: times }, (_, index) =>
      endedRun(session, index, roads.get(index) ?? []),
    ),
  }
}

/** Walks the session by the kept replies; an edited session ends the walk where a reply is gone. */
function readRoad(session: Session, from: TextReader): RoadStep[] {
  const keys = Array.from({ length: from.number() }, () => from.key())
  const road: RoadStep[] = []
  for (const key of keys) {
    const place = placeAfter(session, exchangesOf(session, road))
    if (place?.kind !== 'turn') break
    const { turn } = place
    const reply = turn.replies.find(({ id }) => replyKey(turn.slug, id) === key)
    if (!reply) break
    road.push({ turn: turn.slug, reply: reply.id, verdicts: reply.verdicts })
  }
  return road
}

/** A run whose road was not kept, or does not lead to an ending any more, counts but has nothing to look back at. */
function endedRun(session: Session, index: number, kept: readonly RoadStep[]): EndedRun {
  const place = placeAfter(session, exchangesOf(session, kept))
  const ending = place?.kind === 'end' ? place.ending.id : ''
  const road = ending ? kept : []
  return {
    id: `run-${index + 1}`,
    road,
    ending,
    endedBy: 'kept',
    crossed: principlesWith('crossed', road),
  }
}
