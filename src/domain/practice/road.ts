/** Walking through a practice session: which turn comes now, what a reply leads to, what the debrief says. */
import { PRINCIPLES, type Principle } from '#domain/course/item.ts'
import type { RoadStep } from './run.ts'
import type { Ending, Reply, Session, Turn, Verdict } from '#domain/course/session.ts'

export type Place =
  | { readonly kind: 'turn'; readonly turn: Turn; readonly isRepair: boolean }
  | { readonly kind: 'end'; readonly ending: Ending }

export interface Exchange {
  readonly turn: Turn
  readonly reply: Reply
}

/** The part of a road that the session still knows: an edit may have taken a turn or a reply away. */
export function exchangesOf(session: Session, road: readonly RoadStep[]): Exchange[] {
  const exchanges: Exchange[] = []
  for (const step of road) {
    const turn = findTurn(session, step.turn)
    const reply = turn?.replies.find((one) => one.id === step.reply)
    if (!turn || !reply) break
    exchanges.push({ turn, reply })
  }
  return exchanges
}

export const findTurn = (session: Session, slug: string): Turn | null =>
  session.turns.find((turn) => turn.slug === slug) ?? null

/** Where one stands after these exchanges; null only where the session is broken, which `course check` refuses. */
export function placeAfter(session: Session, exchanges: readonly Exchange[]): Place | null {
  const way = exchanges.at(-1)?.reply.way ?? { kind: 'to', turn: session.start }
  if (way.kind === 'end') {
    const ending = session.endings.find((one) => one.id === way.ending)
    return ending ? { kind: 'end', ending } : null
  }
  const turn = findTurn(session, way.turn)
  return turn && { kind: 'turn', turn, isRepair: way.kind === 'repair' }
}

export interface TurnNow {
  readonly exchanges: readonly Exchange[]
  readonly turn: Turn
  readonly isRepair: boolean
}

/** Where one stands at a step of a road, from 0; null where this step is not a turn. */
export function turnAt(session: Session, road: readonly RoadStep[], step: number): TurnNow | null {
  const exchanges = exchangesOf(session, road.slice(0, step))
  if (exchanges.length < step) return null
  const place = placeAfter(session, exchanges)
  return place?.kind === 'turn' ? { exchanges, turn: place.turn, isRepair: place.isRepair } : null
}

export interface DebriefLine {
  readonly principle: Principle
  /** The worst verdict on the road: one crossing is what we talk about. */
  readonly verdict: Verdict
  readonly exchanges: readonly Exchange[]
}

const WEIGHT: Record<Verdict, number> = { kept: 0, missed: 1, crossed: 2 }

/** Principle by principle: crossed first, then missed, then kept. */
export function debriefOf(exchanges: readonly Exchange[]): DebriefLine[] {
  const lines = PRINCIPLES.flatMap((principle): DebriefLine[] => {
    const touched = exchanges.filter(({ reply }) => reply.verdicts[principle])
    if (touched.length === 0) return []
    const verdict = touched
      .map(({ reply }) => reply.verdicts[principle] as Verdict)
      .reduce((worst, one) => (WEIGHT[one] > WEIGHT[worst] ? one : worst))
    return [
      {
        principle,
        verdict,
        exchanges: touched.filter(({ reply }) => reply.verdicts[principle] === verdict),
      },
    ]
  })
  return lines.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict])
}
