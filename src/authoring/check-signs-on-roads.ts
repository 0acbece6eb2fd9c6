/** A road that is told to have held well leaves no urgent sign behind. */
import type { Bench } from './bench.ts'
import type { SessionFile } from './schema.ts'

type Turn = SessionFile['turns'][number]

/** A reply that passes an urgent sign by, and nobody takes it up after it. */
export interface Passed {
  readonly turn: string
  readonly reply: string
}

const hasSign = ({ sign }: Turn): boolean => typeof sign === 'string'

/** On roads to an ending that held well. Ways to nowhere are told by whoever compiles the session. */
export function passedOver(session: SessionFile): Passed[] {
  const turns = new Map(session.turns.map((turn) => [turn.id, turn]))
  const well = session.endings.filter(({ kind }) => kind === 'held-well').map(({ id }) => id)
  const left = new Map<string, Passed>()
  const been = new Set<string>()
  const walk = (id: string, open: Passed | null): void => {
    const turn = turns.get(id)
    const here = `${id} ${open?.turn}/${open?.reply}`
    if (!turn || been.has(here)) return
    been.add(here)
    for (const reply of turn.replies) {
      const passed = hasSign(turn) ? { turn: id, reply: reply.id } : open
      const now = reply.principles.safety === 'kept' ? null : passed
      if (!reply.end) walk(reply.to ?? reply.repair ?? '', now)
      else if (now && well.includes(reply.end)) left.set(`${now.turn}/${now.reply}`, now)
    }
  }
  walk(session.start, null)
  return [...left.values()]
}

export function checkRoadsPastSigns(bench: Bench, path: string, session: SessionFile): void {
  for (const { turn, reply } of passedOver(session)) {
    const t = session.turns.findIndex(({ id }) => id === turn)
    const replies = session.turns[t]?.replies ?? []
    const r = replies.findIndex(({ id }) => id === reply)
    // One that is not judged for safety at all is told as that.
    if (!replies[r]?.principles.safety) continue
    bench.error(
      path,
      ['turns', t, 'replies', r],
      `a road that held well passes the urgent sign of "${turn}" by with "${reply}", and nobody takes it up after it`,
      'lead it to a turn whose good reply takes the sign up, or to another ending',
    )
  }
}
