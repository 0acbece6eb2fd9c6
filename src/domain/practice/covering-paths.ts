/** Roads from the first turn to an ending that together say every reply once: for tests, and for who reads a session. */
import { findTurn, type Exchange } from './road.ts'
import type { Reply, Session, Turn } from '#domain/course/session.ts'

/** Each road ends. A reply that cannot be reached, or leads nowhere, is on none of them: `course check` refuses it. */
export function coveringPaths(session: Session): Exchange[][] {
  const said = new Set<Reply>()
  const paths: Exchange[][] = []
  for (;;) {
    const path = nextPath(session, said)
    const fresh = path.filter(({ reply }) => !said.has(reply))
    if (fresh.length === 0) return paths
    for (const { reply } of fresh) said.add(reply)
    paths.push(path)
  }
}

/** Says what was not said yet wherever it can, goes to where something is left, and else ends by the shortest way. */
function nextPath(session: Session, saidBefore: ReadonlySet<Reply>): Exchange[] {
  const said = new Set(saidBefore)
  const ends = stepsTo(session, endsHere)
  const path: Exchange[] = []
  let turn = findTurn(session, session.start)
  while (turn) {
    const left = stepsTo(session, (one) => one.replies.some((reply) => !said.has(reply)))
    const reply = choose(turn, said, left, ends)
    if (!reply) return []
    said.add(reply)
    path.push({ turn, reply })
    turn = reply.way.kind === 'end' ? null : findTurn(session, reply.way.turn)
  }
  return path
}

type Steps = ReadonlyMap<string, number>

const endsHere = (turn: Turn): boolean => turn.replies.some(({ way }) => way.kind === 'end')

function choose(turn: Turn, said: ReadonlySet<Reply>, left: Steps, ends: Steps): Reply | null {
  const possible = turn.replies.filter(({ way }) => way.kind === 'end' || ends.has(way.turn))
  const after = (reply: Reply, steps: Steps): number =>
    reply.way.kind === 'end' ? Infinity : (steps.get(reply.way.turn) ?? Infinity)
  const fresh = possible.find((reply) => !said.has(reply))
  if (fresh) return fresh
  const nearest = least(possible, (reply) => after(reply, left))
  if (nearest && after(nearest, left) < Infinity) return nearest
  return least(possible, (reply) => (reply.way.kind === 'end' ? -1 : after(reply, ends)))
}

const least = (replies: readonly Reply[], weight: (reply: Reply) => number): Reply | null =>
  replies.reduce<Reply | null>(
    (best, one) => (best === null || weight(one) < weight(best) ? one : best),
    null,
  )

/** How many replies lie between each turn and the nearest turn that is wanted; turns that cannot get there are left out. */
function stepsTo(session: Session, isWanted: (turn: Turn) => boolean): Steps {
  const steps = new Map(session.turns.filter(isWanted).map((turn) => [turn.slug, 0]))
  for (let distance = 1; distance <= session.turns.length; distance++)
    for (const turn of session.turns) {
      const isNext = turn.replies.some(
        ({ way }) => way.kind !== 'end' && steps.get(way.turn) === distance - 1,
      )
      if (isNext && !steps.has(turn.slug)) steps.set(turn.slug, distance)
    }
  return steps
}
