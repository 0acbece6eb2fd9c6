import { findPersonRow } from '#db/people.ts'
import type { Person } from '#domain/people/person.ts'
import { noteUnproven } from './note-entry.ts'
import { verifyPassword } from './password.ts'
import { proveAgain, type SignedIn } from './session.ts'
import { releaseTry, reserveProof, type Whence } from './throttle.ts'

export type ConfirmAnswer =
  /** `secret` is the session's new one; null where it ended meanwhile. */
  | { readonly kind: 'confirmed'; readonly secret: string | null }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly minutes: number }

/** The person proves once more who they are; good for five minutes of signing off. The session gets a new secret (R18). */
export async function confirmPassword(
  signedIn: SignedIn,
  person: Person,
  password: string,
  whence: Whence,
  now: number,
): Promise<ConfirmAnswer> {
  const tries = await reserveProof(signedIn.sessionId, person.signInName, now)
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const row = await findPersonRow(person.id)
  if (!(await verifyPassword(row?.passwordHash ?? null, password))) {
    await noteUnproven(person.id, { way: 'password', whence }, now)
    return { kind: 'wrong' }
  }
  await releaseTry(tries)
  return { kind: 'confirmed', secret: await proveAgain(signedIn, { way: 'password', whence }, now) }
}
