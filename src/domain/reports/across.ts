/** What may be said of several programmes side by side, outside of them. See suppress.ts for the rule. */
import { funnelOf, STAGES, type Stage } from './funnel.ts'
import { intervalOf, type Interval, type Sums } from './interval.ts'
import { spreadOf, type Counted, type Spread } from './spread.ts'
import { isSafe, safeChain } from './suppress.ts'

export interface AcrossRow {
  readonly programme: string
  /** In the order of STAGES; null for what is not shown. */
  readonly stages: readonly (number | null)[]
  /** Null where the group, or the rest of its programme, is too small. */
  readonly time: Spread | null
  readonly confidence: Interval | null
}

const at = (stage: Stage): number => STAGES.indexOf(stage)

/**
 * Days to ready are told of exactly the people of the last stage, so they are shown where it is;
 * who rated twice has finished, so that number goes on from the chain up to there.
 * @param furthest as `funnelOf` takes it
 * @param rated sums over people who rated themselves before and after, or null
 */
export function acrossRow(
  programme: string,
  furthest: ReadonlyMap<number, number>,
  days: readonly Counted[],
  rated: Sums | null,
): AcrossRow {
  const counts = funnelOf(furthest)
  const stages = safeChain(STAGES.map((stage) => counts[stage]))
  const finished = stages[at('finished')] ?? null
  const spread = spreadOf(days)
  const isReadyShown = spread !== null && stages[at('ready')] === spread.n
  const mayTell =
    rated !== null && finished !== null && isSafe(rated.n) && isSafe(finished - rated.n)
  return {
    programme,
    stages,
    time: isReadyShown ? spread : null,
    confidence: mayTell && rated.n <= finished ? intervalOf(rated) : null,
  }
}
