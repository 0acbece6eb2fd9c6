/** One's own passkeys: called otherwise, and taken away. */
import { GuardFailed, write } from '#db/client.ts'
import {
  deletePasskey,
  findPasskey,
  insertDeclined,
  passkeyIsSpare,
  updatePasskeyName,
} from '#db/passkeys.ts'
import { guardPasskeyNotNeeded } from '#db/factors.ts'
import { isOwn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import {
  asPasskeyName,
  problemWithPasskeyName,
  type PasskeyNameProblem,
} from '#domain/people/passkey.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { isFresh, type SignedIn } from './session.ts'
import { securityEvent } from './note-entry.ts'
import type { Whence } from './throttle.ts'
import { tellOwner, type ToOwner } from './tell-owner.ts'

export async function namePasskey(
  by: Person,
  id: string,
  typed: string,
): Promise<
  | { readonly kind: 'named' }
  | { readonly kind: 'refused'; readonly problem: PasskeyNameProblem }
  | NotAllowed
> {
  const passkey = await findPasskey(id)
  if (!passkey || !isOwn(by, passkey)) return NOT_ALLOWED
  const name = asPasskeyName(typed)
  const problem = problemWithPasskeyName(name)
  if (problem) return { kind: 'refused', problem }
  await write([updatePasskeyName(id, name)])
  return { kind: 'named' }
}

/** @param mail what tells them, where they have an address */
export async function removePasskey(
  by: Person,
  signedIn: SignedIn,
  id: string,
  mail: ToOwner | null,
  whence: Whence,
  now: number,
): Promise<{ readonly kind: 'removed' | 'only-way' | 'needed' | 'not-fresh' } | NotAllowed> {
  const passkey = await findPasskey(id)
  if (!passkey || !isOwn(by, passkey)) return NOT_ALLOWED
  if (!isFresh(signedIn, now)) return { kind: 'not-fresh' }
  try {
    await write([
      passkeyIsSpare(id, by.id),
      guardPasskeyNotNeeded(by.id, id, now),
      deletePasskey(id),
      ...(isStaff(by)
        ? [securityEvent('factor-removed', { person: by.id, way: 'passkey' }, whence, now)]
        : []),
      ...tellOwner(mail, now),
      audited(now, by.id, 'passkey-removed', by.id, ''),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: error.position === 0 ? 'only-way' : 'needed' }
    throw error
  }
  return { kind: 'removed' }
}

/** They are not asked again whether they want one; they may still make one. */
export async function declinePasskey(by: Person, now: number): Promise<void> {
  await write([insertDeclined(by.id, now)])
}
