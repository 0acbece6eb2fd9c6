/** A way back for staff whose phone and paper are lost: another administrator, or who runs the server, takes it away. */
import { GuardFailed, write, type Query } from '#db/client.ts'
import { clearFactors, guardNotMutual, insertFactorReset } from '#db/factors.ts'
import { findPerson } from '#db/people.ts'
import { MUTUAL_MS } from '#domain/people/factor.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { securityEvent } from './note-entry.ts'
import { isFresh, type SignedIn } from './session.ts'
import { tellOwner, type ToOwner } from './tell-owner.ts'
import type { Whence } from './throttle.ts'

export type ResetFactorAnswer = { readonly kind: 'reset' | 'mutual' | 'not-fresh' } | NotAllowed

/**
 * App, passkeys and recovery codes go, and every session ends. Nobody resets their own: whoever can show one may change it.
 * Of two administrators the second cannot answer in kind: one stolen account would take the other one over.
 */
export async function resetFactor(
  by: Person,
  signedIn: SignedIn,
  account: string,
  mail: (account: Person) => Promise<ToOwner | null>,
  whence: Whence,
  now: number,
): Promise<ResetFactorAnswer> {
  if (!mayAdminister(by) || by.id === account) return NOT_ALLOWED
  const person = await findPerson(account)
  if (!person || !isStaff(person)) return NOT_ALLOWED
  if (!isFresh(signedIn, now)) return { kind: 'not-fresh' }
  try {
    await write([
      guardNotMutual(by.id, account, now - MUTUAL_MS),
      ...takenAway(account, by.id, await mail(person), whence, now),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'mutual' }
    throw error
  }
  return { kind: 'reset' }
}

/** By who runs the server, for anybody of the staff. @returns false for somebody who is not of the staff */
export async function resetFactorHere(
  account: string,
  mail: ToOwner | null,
  now: number,
): Promise<boolean> {
  const person = await findPerson(account)
  if (!person || !isStaff(person)) return false
  await write(takenAway(account, null, mail, { address: '' }, now))
  return true
}

const takenAway = (
  account: string,
  by: string | null,
  mail: ToOwner | null,
  whence: Pick<Whence, 'address' | 'agent'>,
  now: number,
): readonly Query[] => [
  ...clearFactors(account),
  insertFactorReset({ id: newId(now), person: account, by, at: now }),
  securityEvent('factor-reset', { person: account }, whence, now),
  ...tellOwner(mail, now),
  audited(now, by ?? '', 'factor-reset', account, ''),
]
