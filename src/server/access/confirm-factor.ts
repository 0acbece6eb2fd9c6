import { checkFactor, type FactorProblem } from './check-factor.ts'
import { noteFactorRefused, noteThrottled, noteUnproven } from './note-entry.ts'
import { proveAgain, type SignedIn } from './session.ts'
import { releaseTry, reserveFactor, type Whence } from './throttle.ts'

export type FactorAnswer =
  /** `secret` is the session's new one. */
  | { readonly kind: 'confirmed'; readonly secret: string }
  | { readonly kind: FactorProblem }
  | { readonly kind: 'too-many'; readonly minutes: number }

/**
 * Somebody shows their second factor: to come in, or once more before what only they may do. A code is taken once, by
 * whichever server and whichever session it reaches first; the session gets a new secret (R18).
 */
export async function confirmFactor(
  signedIn: SignedIn,
  typed: string,
  whence: Whence,
  now: number,
): Promise<FactorAnswer> {
  const { person } = signedIn
  const isEntering = signedIn.factor === 'to-show'
  const tries = await reserveFactor(person, now)
  if (!tries.ok) {
    await noteThrottled(tries, { way: 'app', person, whence }, now)
    return { kind: 'too-many', minutes: tries.minutes }
  }
  const checked = await checkFactor(person, typed, now)
  const { way } = checked
  if (checked.kind !== 'right') {
    await (isEntering
      ? noteFactorRefused({ way, person, whence }, now)
      : noteUnproven(person, { way, whence }, now))
    return { kind: checked.kind }
  }
  const kind = isEntering ? 'factor-shown' : 'proven'
  const secret = await proveAgain(signedIn, { way, whence }, now, { kind, beside: checked.taking })
  if (secret === null) return { kind: 'used' }
  await releaseTry(tries)
  return { kind: 'confirmed', secret }
}
