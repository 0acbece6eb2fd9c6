/** Codes on paper for the day on which the phone is lost: shown once, kept as hashes, each good for one time. */
import { write, type Query } from '#db/client.ts'
import { replaceRecoveryCodes } from '#db/factors.ts'
import { hasFactor, RECOVERY_CODES } from '#domain/people/factor.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { securityEvent } from './note-entry.ts'
import { hashOfSecret, newCode } from './secret.ts'
import { isFresh, type SignedIn } from './session.ts'
import { tellOwner, type ToOwner } from './tell-owner.ts'
import type { Whence } from './throttle.ts'
import { markFactorShown } from '#db/factors.ts'

/** As they are printed, without groups. */
export type NewCodes = readonly string[]

/** For the batch of what they come with. */
export function replaceCodes(
  person: string,
  now: number,
): { readonly codes: NewCodes; readonly queries: readonly Query[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  return { codes, queries: replaceRecoveryCodes(person, codes.map(hashOfSecret), now) }
}

/** Those of before open nothing any more. */
export async function makeRecoveryCodes(
  by: Person,
  signedIn: SignedIn,
  mail: ToOwner | null,
  whence: Whence,
  now: number,
): Promise<
  { readonly kind: 'made'; readonly codes: NewCodes } | { readonly kind: 'not-fresh' } | NotAllowed
> {
  if (!isStaff(by) || !hasFactor(signedIn.factors)) return NOT_ALLOWED
  if (!isFresh(signedIn, now)) return { kind: 'not-fresh' }
  const { codes, queries } = replaceCodes(by.id, now)
  await write([
    ...queries,
    // From here on other sessions are asked; this one has just shown who it is.
    markFactorShown(signedIn.sessionId, now),
    securityEvent('recovery-codes-made', { person: by.id }, whence, now),
    ...tellOwner(mail, now),
    audited(now, by.id, 'recovery-codes-made', by.id, ''),
  ])
  return { kind: 'made', codes }
}
