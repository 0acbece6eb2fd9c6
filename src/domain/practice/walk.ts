/** In which order a session is read: the good road first, then what lies beside it. */
import type { Reply, Session, Turn } from '#domain/course/session.ts'
import { findTurn } from './road.ts'

export const isKept = ({ verdicts }: Reply): boolean =>
  Object.values(verdicts).every((verdict) => verdict === 'kept')

export interface Walk {
  /** From the first turn on; after each, where its best reply leads. */
  readonly turns: readonly Turn[]
  /** Turns to which no reply leads. */
  readonly unreached: readonly Turn[]
  /** Turns from which no reply, and none after it, comes to an ending. */
  readonly endless: readonly Turn[]
}

export function walkOf(session: Session): Walk {
  const turns = new Set<Turn>()
  const visit = (slug: string): void => {
    const turn = findTurn(session, slug)
    if (!turn || turns.has(turn)) return
    turns.add(turn)
    const bestFirst = [...turn.replies].sort((a, b) => Number(isKept(b)) - Number(isKept(a)))
    for (const { way } of bestFirst) if (way.kind !== 'end') visit(way.turn)
  }
  visit(session.start)
  const ending = endingTurns(session)
  return {
    turns: [...turns],
    unreached: session.turns.filter((turn) => !turns.has(turn)),
    endless: session.turns.filter(({ slug }) => !ending.has(slug)),
  }
}

function endingTurns({ turns }: Session): ReadonlySet<string> {
  const ending = new Set<string>()
  for (let before = -1; before < ending.size;) {
    before = ending.size
    for (const { slug, replies } of turns)
      if (replies.some(({ way }) => way.kind === 'end' || ending.has(way.turn))) ending.add(slug)
  }
  return ending
}
