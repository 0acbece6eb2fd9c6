import { findPersonRow } from '#db/people.ts'
import type { Person } from '#domain/people/person.ts'
import { verifyPassword } from './password.ts'
import { proveAgain, type SignedIn } from './session.ts'
import { forgetTries, reserveTry } from './throttle.ts'

export type ConfirmAnswer =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly minutes: number }

/** The person proves once more who they are; good for five minutes of signing off. */
export async function confirmPassword(
  signedIn: SignedIn,
  person: Person,
  password: string,
  address: string,
  now: number,
): Promise<ConfirmAnswer> {
  const tries = await reserveTry(address, person.signInName, now)
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const row = await findPersonRow(person.id)
  if (!(await verifyPassword(row?.passwordHash ?? null, password))) return { kind: 'wrong' }
  await forgetTries(address, person.signInName)
  await proveAgain(signedIn.sessionId, now)
  return { kind: 'confirmed' }
}
