/**
 * The second factor of staff, who read and decide about what others wrote: when a session has to show one, and by what
 * somebody shows again who they are (docs/decisions/second-factor.md).
 */
import { DAY_MS } from '#domain/calendar/days.ts'

/** What of it somebody has. A passkey is two factors at once: the device, and the finger, face or PIN that opens it. */
export interface Factors {
  /** An app that makes codes. */
  readonly app: boolean
  readonly passkey: boolean
  /** Recovery codes were made, whether or not one is left: whoever has them has set up a second factor knowingly. */
  readonly codes: boolean
}

export type FactorState =
  /** Nobody asks. */
  | 'free'
  /** They are told that they will need one. */
  | 'wanted'
  /** They can do nothing but set one up. */
  | 'to-set-up'
  /** They are not in yet. */
  | 'to-show'
  | 'shown'

export const hasFactor = ({ app, passkey }: Factors): boolean => app || passkey

/**
 * Whether a password, a code or a link alone lets them in no longer. A passkey that was made before there was a second
 * factor asks from the date on: until then its owner may not have it at hand.
 */
export const asksForFactor = (factors: Factors, isDue: boolean): boolean =>
  factors.app || (factors.passkey && (isDue || factors.codes))

export function factorStateOf(session: {
  readonly isStaff: boolean
  readonly factors: Factors
  /** When this session showed it, in milliseconds since 1970; null for not yet. */
  readonly shownAt: number | null
  /** From when on all staff need one. */
  readonly from: number
  readonly now: number
}): FactorState {
  const { factors, shownAt } = session
  const isDue = session.now >= session.from
  if (!session.isStaff) return 'free'
  if (!hasFactor(factors)) return isDue ? 'to-set-up' : 'wanted'
  if (shownAt !== null) return 'shown'
  return asksForFactor(factors, isDue) ? 'to-show' : 'wanted'
}

/** By what somebody shows again who they are: one of these, whichever they have. */
export interface Proofs {
  readonly password: boolean
  /** Of their app, or a recovery code. */
  readonly code: boolean
  readonly passkey: boolean
}

/**
 * Where a second factor is asked for, the password alone proves nothing any more: whoever stole it would have it, too.
 * @param isDue whether the day has come from which all staff need one
 */
export const proofsOf = (
  factors: Factors,
  hasPassword: boolean,
  state: FactorState,
  isDue: boolean,
): Proofs => {
  const isAsked = state === 'to-show' || (state === 'shown' && asksForFactor(factors, isDue))
  return {
    password: hasPassword && !isAsked,
    code: isAsked && (factors.app || factors.codes),
    passkey: factors.passkey,
  }
}

/** Whoever came by a code of staff, and has chosen nothing of their own yet, has nothing to show. */
export const canProve = ({ password, code, passkey }: Proofs): boolean =>
  password || code || passkey

/** Nobody puts it off for ever. */
export const LATEST_DATE_DAYS = 180
/** An administrator whose factor somebody took away does not do the same to them for so long. */
export const MUTUAL_MS = 7 * DAY_MS

/** So many are made at once. */
export const RECOVERY_CODES = 10
/** An administrator who forgot the password shows so many. */
export const CODES_FOR_PASSWORD = 2
