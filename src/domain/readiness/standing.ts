/** Standing: where somebody stands on a given day, from rows alone. */

export type Decision = 'ready' | 'more-practice' | 'not-this-role'

export interface SignOff {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly decidedAt: number
  readonly decision: Decision
  readonly conditions: string
  /** First day on which it no longer holds, `YYYY-MM-DD`; null unless ready. */
  readonly expiresOn: string | null
  readonly withdrawnAt: number | null
}

export type Standing =
  | 'in-training'
  | 'waiting-for-sign-off'
  | 'ready'
  | 'ready-with-conditions'
  | 'more-practice'
  | 'not-this-role'
  | 'paused'
  | 'lapsed'
  | 'expired'
  | 'withdrawn'

export interface StandingFacts {
  readonly signOffs: readonly SignOff[]
  /** When the trainee last asked for sign-off, or null. */
  readonly askedAt: number | null
  /** True where a ★ rule was revised since it was passed and the refresher is open. */
  readonly lapsed: boolean
  /** Since when the person wants a pause, or null. */
  readonly pausedSince: number | null
}

/**
 * A pause stands before everything but a decision that ends the road: it can be taken at any time.
 * @param at milliseconds since 1970
 */
export function standingAt(facts: StandingFacts, at: number): Standing {
  const standing = standingWithoutPause(facts, at)
  const paused = facts.pausedSince !== null && facts.pausedSince <= at
  return paused && standing !== 'withdrawn' && standing !== 'not-this-role' ? 'paused' : standing
}

function standingWithoutPause(facts: StandingFacts, at: number): Standing {
  const known = facts.signOffs.filter((one) => one.decidedAt <= at)
  const last = known.reduce<SignOff | null>(
    (latest, one) =>
      latest === null ||
      one.decidedAt > latest.decidedAt ||
      (one.decidedAt === latest.decidedAt && one.id > latest.id)
        ? one
        : latest,
    null,
  )
  const asked =
    facts.askedAt !== null && facts.askedAt <= at && facts.askedAt > (last?.decidedAt ?? 0)
  if (!last) return asked ? 'waiting-for-sign-off' : 'in-training'
  if (last.withdrawnAt !== null && last.withdrawnAt <= at)
    return asked && (facts.askedAt ?? 0) > last.withdrawnAt ? 'waiting-for-sign-off' : 'withdrawn'
  if (last.decision !== 'ready') return asked ? 'waiting-for-sign-off' : last.decision
  if (last.expiresOn !== null && new Date(at).toISOString().slice(0, 10) >= last.expiresOn)
    return asked ? 'waiting-for-sign-off' : 'expired'
  if (facts.lapsed) return 'lapsed'
  return last.conditions.trim() ? 'ready-with-conditions' : 'ready'
}

/** Only these may be matched. */
export const isMatchable = (standing: Standing): boolean =>
  standing === 'ready' || standing === 'ready-with-conditions'

/** 12 months later; the last day of the month where the day does not exist. Days as `YYYY-MM-DD`. */
export function twelveMonthsAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year + 1, month, 0)).getUTCDate()
  const next = new Date(Date.UTC(year + 1, month - 1, Math.min(date, lastDay)))
  return next.toISOString().slice(0, 10)
}
