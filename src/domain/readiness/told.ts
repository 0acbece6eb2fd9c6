/**
 * What a standing tells, for every page alike: the standing, the decision behind it, and what the trainee does next.
 * The words for each stand in i18n (`standing`); nothing else may word a standing.
 */
import { dayAt } from '#domain/calendar/days.ts'
import { isExpiring } from './attention.ts'
import {
  conditionsAt,
  inForceAt,
  isMatchable,
  latestBy,
  needsSecond,
  openOf,
  standingAt,
  standingWithoutPause,
  type OpenSignature,
  type SignOff,
  type Standing,
  type StandingFacts,
} from './standing.ts'

/**
 * What the trainee does next. `course` and `ask` are for who is on the way: while steps are open, and at the end.
 * `none`: everything is done. `call`: a person has something to say that no page can.
 */
export type Act =
  'refresh' | 'commit' | 'checks' | 'resume' | 'course' | 'ask' | 'wait' | 'call' | 'none'

export interface Told<T extends SignOff> {
  readonly standing: Standing
  /** The newest decision, or null. */
  readonly newest: T | null
  /** The decision that holds, also in a pause or a lapse; null where none does. */
  readonly inForce: T | null
  /** The signature that the newest "ready" waits for: the first one, or a renewal while the older one holds. */
  readonly open: OpenSignature | null
  /** Whether another coordinator has to sign too. */
  readonly needsSecond: boolean
  /** Of what holds; '' for none. */
  readonly conditions: string
  /** Whether they stand on the register. */
  readonly onRegister: boolean
  /** Until when: the day on which what holds ends, `YYYY-MM-DD`, where that is soon; else null. */
  readonly endsSoon: string | null
  readonly act: Act
  /** Whether asking for sign-off would change anything: not while one holds, waits for a signature or is asked for. */
  readonly mayAsk: boolean
}

/** @param hasOpenSteps whether steps of the course are open that are not locked */
export function tell<T extends SignOff>(
  facts: StandingFacts & { readonly signOffs: readonly T[] },
  at: number,
  hasOpenSteps: boolean,
): Told<T> {
  const standing = standingAt(facts, at)
  const newest = latestBy(facts.signOffs, at)
  const inForce = inForceAt(facts, at)
  const waits =
    standing === 'waiting-for-second-signature' ||
    standing === 'waiting-for-commitment' ||
    (inForce !== null && newest !== inForce)
  const open = waits && newest ? openOf(newest, facts, at) : null
  const today = dayAt(at, facts.timeZone)
  const ends = inForce?.expiresOn ?? null
  return {
    standing,
    newest,
    inForce,
    open,
    needsSecond: needsSecond(facts, at),
    conditions: conditionsAt(facts, at),
    onRegister: isMatchable(standing),
    endsSoon: ends !== null && isExpiring(ends, today) ? ends : null,
    act: actOf(standing, open, hasOpenSteps),
    mayAsk: ASKABLE.includes(standingWithoutPause(facts, at)),
  }
}

const ASKABLE: readonly Standing[] = [
  'in-training',
  'more-practice',
  'not-this-role',
  'expired',
  'withdrawn',
]

function actOf(standing: Standing, open: OpenSignature | null, hasOpenSteps: boolean): Act {
  switch (standing) {
    case 'withdrawn':
    case 'not-this-role':
    case 'stopped':
      return 'call'
    case 'paused':
      return 'resume'
    case 'lapsed':
      return 'refresh'
    case 'waiting-for-commitment':
      return 'commit'
    case 'waiting-for-sign-off':
    case 'waiting-for-second-signature':
      return 'wait'
    case 'on-hold':
      return open === 'commitment' ? 'commit' : 'checks'
    case 'expired':
      return 'ask'
    case 'in-training':
    case 'more-practice':
      return hasOpenSteps ? 'course' : 'ask'
    case 'ready':
    case 'ready-with-conditions':
      return open === 'commitment' ? 'commit' : 'none'
  }
}

/** Lines to practise: only a decision of "more practice" asks for any. */
export const linesToPractise = (
  decision: SignOff['decision'],
  judgements: Readonly<Record<string, 'shown' | 'not-yet'>>,
): string[] =>
  decision === 'more-practice'
    ? Object.keys(judgements).filter((line) => judgements[line] === 'not-yet')
    : []
