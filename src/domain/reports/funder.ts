/** All numbers of one time on one sheet that leaves the programme. See suppress.ts for what is not shown. */
import type { PairingEnd } from '#domain/pairing/pairing.ts'
import { folded, type Folded } from './folded.ts'
import { funnelOf, STAGES } from './funnel.ts'
import { spreadOf, type Counted } from './spread.ts'
import { isSafe, safeChain } from './suppress.ts'

export interface FunderCounts {
  /** As `funnelOf` takes it. */
  readonly furthest: ReadonlyMap<number, number>
  readonly readyToday: number
  readonly requests: number
  readonly begun: number
  readonly waited: readonly Counted[]
  readonly meetings: number
  readonly minutes: number
  /** How many pairings met. */
  readonly met: number
  readonly reviews: number
  /** How many mentors had one. */
  readonly reviewed: number
  readonly sessions: number
  readonly came: number
  readonly ended: readonly { readonly why: PairingEnd; readonly n: number }[]
}

/** Null for what is not shown. */
export interface FunderNumbers {
  /** In the order of STAGES. */
  readonly stages: readonly (number | null)[]
  readonly readyToday: number | null
  readonly requests: number | null
  readonly begun: number | null
  /** Days that half of them waited at most. */
  readonly waited: number | null
  readonly meetings: number | null
  readonly hours: number | null
  readonly reviews: number | null
  readonly reviewed: number | null
  /** Not of people: a group session is in the calendar. */
  readonly sessions: number
  readonly came: number | null
  readonly ended: Folded<PairingEnd>
}

const safe = (n: number): number | null => (isSafe(n) ? n : null)
const where = (people: number, n: number): number | null => (isSafe(people) ? n : null)

/** Whole hours; less than half of one is none. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 60)

export function funderNumbers(counts: FunderCounts): FunderNumbers {
  const funnel = funnelOf(counts.furthest)
  const spread = spreadOf(counts.waited)
  return {
    stages: safeChain(STAGES.map((stage) => funnel[stage])),
    readyToday: safe(counts.readyToday),
    requests: safe(counts.requests),
    begun: safe(counts.begun),
    waited: spread && where(spread.n, spread.median),
    meetings: where(counts.met, counts.meetings),
    hours: where(counts.met, hoursOf(counts.minutes)),
    reviews: where(counts.reviewed, counts.reviews),
    reviewed: safe(counts.reviewed),
    sessions: counts.sessions,
    came: safe(counts.came),
    ended: folded(counts.ended.map(({ why, n }) => ({ key: why, n }))),
  }
}
