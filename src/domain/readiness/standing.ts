/** Standing: where somebody stands on a given day, from rows alone. */

export const DECISIONS = ['ready', 'more-practice', 'not-this-role'] as const
export type Decision = (typeof DECISIONS)[number]

export interface SignOff {
  readonly id: string
  /** Milliseconds since 1970, like every time here. */
  readonly decidedAt: number
  readonly decision: Decision
  readonly conditions: string
  /** First day on which it no longer holds, `YYYY-MM-DD`; null unless ready. */
  readonly expiresOn: string | null
  readonly withdrawnAt: number | null
  /** When another coordinator signed too, or null. */
  readonly secondSignedAt: number | null
  /** When the mentor signed the role and confidentiality commitment of this sign-off, or null. */
  readonly committedAt: number | null
}

export type Standing =
  | 'in-training'
  | 'waiting-for-sign-off'
  | 'waiting-for-second-signature'
  | 'waiting-for-commitment'
  | 'ready'
  | 'ready-with-conditions'
  | 'more-practice'
  | 'not-this-role'
  | 'paused'
  | 'lapsed'
  | 'expired'
  | 'withdrawn'

/** From a moment on, until another (not included) or until today. */
export interface Span {
  readonly from: number
  readonly until: number | null
}

export interface StandingFacts {
  readonly signOffs: readonly SignOff[]
  /** Each time that the trainee asked for sign-off. */
  readonly asked: readonly number[]
  /** While a ★ rule was revised since it was passed and the refresher was open. */
  readonly lapses: readonly Span[]
  readonly pauses: readonly Span[]
  /** Since when the programme asks for two signatures, or null. */
  readonly secondSince: number | null
}

/**
 * The standing at any moment up to today: what came later changes nothing.
 * A pause stands before everything but a decision that ends the road: it can be taken at any time.
 * @param at milliseconds since 1970
 */
export function standingAt(facts: StandingFacts, at: number): Standing {
  const standing = standingWithoutPause(facts, at)
  const ended = standing === 'withdrawn' || standing === 'not-this-role'
  return isWithin(facts.pauses, at) && !ended ? 'paused' : standing
}

function standingWithoutPause(facts: StandingFacts, at: number): Standing {
  const last = latestBy(facts.signOffs, at)
  const asked = facts.asked.filter((time) => time <= at).reduce((a, b) => Math.max(a, b), 0)
  if (!last) return asked > 0 ? 'waiting-for-sign-off' : 'in-training'
  const hasAsked = asked > last.decidedAt
  if (isBy(last.withdrawnAt, at))
    return hasAsked && asked > (last.withdrawnAt ?? 0) ? 'waiting-for-sign-off' : 'withdrawn'
  if (last.decision !== 'ready') return hasAsked ? 'waiting-for-sign-off' : last.decision
  if (last.expiresOn !== null && new Date(at).toISOString().slice(0, 10) >= last.expiresOn)
    return hasAsked ? 'waiting-for-sign-off' : 'expired'
  if (isBy(facts.secondSince, at) && !isBy(last.secondSignedAt, at))
    return 'waiting-for-second-signature'
  if (!isBy(last.committedAt, at)) return 'waiting-for-commitment'
  if (isWithin(facts.lapses, at)) return 'lapsed'
  return last.conditions.trim() ? 'ready-with-conditions' : 'ready'
}

/** The newest decision made by then; of two at the same moment the one with the later id. */
export const latestBy = <T extends SignOff>(signOffs: readonly T[], at: number): T | null =>
  signOffs
    .filter((one) => one.decidedAt <= at)
    .reduce<T | null>(
      (latest, one) =>
        latest === null ||
        one.decidedAt > latest.decidedAt ||
        (one.decidedAt === latest.decidedAt && one.id > latest.id)
          ? one
          : latest,
      null,
    )

const isBy = (time: number | null, at: number): boolean => time !== null && time <= at

const isWithin = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, until }) => from <= at && (until === null || at < until))

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
