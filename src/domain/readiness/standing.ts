/** Standing: where somebody stands on a given day, from rows alone. db/standings.ts says the same as SQL. */
import { dayAt, plusMonths, type Day } from '#domain/calendar/days.ts'
import type { Span } from '#domain/calendar/spans.ts'
import { isOnHold, type CheckFacts } from './checks.ts'

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

export const STANDINGS = [
  'in-training',
  'waiting-for-sign-off',
  'waiting-for-second-signature',
  'waiting-for-commitment',
  'ready',
  'ready-with-conditions',
  'more-practice',
  'not-this-role',
  'stopped',
  'paused',
  'lapsed',
  'on-hold',
  'expired',
  'withdrawn',
] as const
export type Standing = (typeof STANDINGS)[number]

export interface StandingFacts {
  readonly signOffs: readonly SignOff[]
  /** Each time that the trainee asked for sign-off. */
  readonly asked: readonly number[]
  /** While a ★ rule was revised since it was passed and the refresher was open. */
  readonly lapses: readonly Span[]
  readonly pauses: readonly Span[]
  /** While a coordinator had stopped them, until it was decided how that ends. */
  readonly stops: readonly Span[]
  /** What the programme requires of checks, and what was written about theirs. */
  readonly checks: CheckFacts
  /** From when the programme asks for two signatures, or null; it may be to come. */
  readonly secondSince: number | null
  /** The programme's clock, an IANA name: a sign-off ends when a day begins there. */
  readonly timeZone: string
}

/**
 * The standing at any moment up to today: what came later changes nothing.
 * A stop and a pause stand before everything but a decision that ends the road: they can come at any time.
 * @param at milliseconds since 1970
 */
export function standingAt(facts: StandingFacts, at: number): Standing {
  const standing = standingWithoutPause(facts, at)
  const ended = standing === 'withdrawn' || standing === 'not-this-role'
  if (ended) return standing
  if (isWithin(facts.stops, at)) return 'stopped'
  return isWithin(facts.pauses, at) ? 'paused' : standing
}

/** What was decided, whatever they asked for since and whether or not they pause. */
export const decidedStandingAt = (
  facts: Omit<StandingFacts, 'asked' | 'stops'>,
  at: number,
): Standing => standingWithoutPause({ ...facts, asked: [] }, at)

/** Whether or not they pause or are stopped: a wish for sign-off waits in a pause too. */
export function standingWithoutPause(
  facts: Omit<StandingFacts, 'pauses' | 'stops'>,
  at: number,
): Standing {
  const last = latestBy(facts.signOffs, at)
  const asked = facts.asked.filter((time) => time <= at).reduce((a, b) => Math.max(a, b), 0)
  if (!last) return asked > 0 ? 'waiting-for-sign-off' : 'in-training'
  const hasAsked = asked > last.decidedAt
  if (isBy(last.withdrawnAt, at))
    return hasAsked && asked > (last.withdrawnAt ?? 0) ? 'waiting-for-sign-off' : 'withdrawn'
  if (last.decision !== 'ready') return hasAsked ? 'waiting-for-sign-off' : last.decision
  if (hasEnded(last, facts, at)) return hasAsked ? 'waiting-for-sign-off' : 'expired'
  const holding = inForceAt(facts, at)
  if (!holding)
    return openOf(last, facts, at) === 'second-signature'
      ? 'waiting-for-second-signature'
      : 'waiting-for-commitment'
  if (isWithin(facts.lapses, at)) return 'lapsed'
  if (isOnHold(facts.checks, at, facts.timeZone)) return 'on-hold'
  return conditionsAt(facts, at) ? 'ready-with-conditions' : 'ready'
}

/** What the decision in force follows from. */
export type Decisions<T extends SignOff = SignOff> = Pick<
  StandingFacts,
  'secondSince' | 'timeZone'
> & { readonly signOffs: readonly T[] }

/**
 * The decision that holds: the newest "ready" with every signature. A renewal that still waits for a signature
 * leaves the older one in force until it is complete or the older one ends; a newer "no", a withdrawal and a newer
 * decision that has ended itself leave nothing. A pause and a lapse are not asked about here.
 */
export function inForceAt<T extends SignOff>(facts: Decisions<T>, at: number): T | null {
  for (const one of newestFirst(facts.signOffs, at)) {
    if (one.decision !== 'ready' || isBy(one.withdrawnAt, at) || hasEnded(one, facts, at))
      return null
    if (openOf(one, facts, at) === null) return one
  }
  return null
}

/**
 * The decision that the days of mentoring are told by: the one in force; else the newest, where it is a "ready" that has
 * ended or waits for a signature. Null where it says otherwise or was withdrawn.
 */
export function mentorsUnder<T extends SignOff>(facts: Decisions<T>, at: number): T | null {
  const newest = latestBy(facts.signOffs, at)
  if (newest?.decision !== 'ready' || isBy(newest.withdrawnAt, at)) return null
  return inForceAt(facts, at) ?? newest
}

/**
 * The conditions that hold: those of the decision in force and of what was decided after it. A newer decision that
 * waits for a signature widens nothing, but what it narrows counts at once. '' for none; each stands once, oldest first.
 */
export function conditionsAt(facts: Decisions, at: number): string {
  const holding = inForceAt(facts, at)
  if (!holding) return ''
  const all = newestFirst(facts.signOffs, at)
  const since = all.slice(0, all.findIndex(({ id }) => id === holding.id) + 1).reverse()
  return [...new Set(since.map(({ conditions }) => conditions.trim()).filter(Boolean))].join('\n')
}

/** What a "ready" still waits for. */
export type OpenSignature = 'second-signature' | 'commitment'

/** Which signature is missing at that moment, first things first; null where all are there. */
export function openOf(
  { secondSignedAt, committedAt }: SignOff,
  { secondSince }: Pick<StandingFacts, 'secondSince'>,
  at: number,
): OpenSignature | null {
  if (isBy(secondSince, at) && !isBy(secondSignedAt, at)) return 'second-signature'
  return isBy(committedAt, at) ? null : 'commitment'
}

/**
 * Whether the newest decision is a "ready" without the second signature that the programme asks for. Also before the day
 * from which it asks, so that nobody has to leave the register then.
 */
export function needsSecond(facts: Decisions, at: number): boolean {
  const newest = latestBy(facts.signOffs, at)
  return (
    newest?.decision === 'ready' &&
    !isBy(newest.withdrawnAt, at) &&
    !hasEnded(newest, facts, at) &&
    facts.secondSince !== null &&
    !isBy(newest.secondSignedAt, at)
  )
}

const hasEnded = (
  { expiresOn }: SignOff,
  { timeZone }: Pick<StandingFacts, 'timeZone'>,
  at: number,
): boolean => expiresOn !== null && dayAt(at, timeZone) >= expiresOn

/** The newest decision made by then; of two at the same moment the one with the later id. */
export const latestBy = <T extends SignOff>(signOffs: readonly T[], at: number): T | null =>
  newestFirst(signOffs, at)[0] ?? null

const newestFirst = <T extends SignOff>(signOffs: readonly T[], at: number): T[] =>
  signOffs
    .filter((one) => one.decidedAt <= at)
    .sort((a, b) => b.decidedAt - a.decidedAt || (b.id > a.id ? 1 : -1))

const isBy = (time: number | null, at: number): boolean => time !== null && time <= at

const isWithin = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, until }) => from <= at && (until === null || at < until))

/** Only these may be matched. */
export const isMatchable = (standing: Standing): boolean =>
  standing === 'ready' || standing === 'ready-with-conditions'

/** 12 months later; the last day of the month where the day does not exist. Days as `YYYY-MM-DD`. */
export const twelveMonthsAfter = (day: Day): Day => plusMonths(day, 12)
