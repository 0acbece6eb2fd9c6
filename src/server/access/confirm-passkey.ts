import type { Person } from '#domain/people/person.ts'
import type { ConfirmAnswer } from './confirm-password.ts'
import { proveAgain, type SignedIn } from './session.ts'
import { noteUnproven } from './note-entry.ts'
import { reserveProof, type Whence } from './throttle.ts'
import { usePasskey } from './use-passkey.ts'

/** The same as the password once more, with a passkey of the person who is signed in. */
export async function confirmPasskey(
  signedIn: SignedIn,
  person: Person,
  answer: string,
  whence: Whence,
  now: number,
): Promise<ConfirmAnswer> {
  const { sessionId } = signedIn
  const wish = { use: 'prove', bound: sessionId } as const
  const reserve = () => reserveProof(sessionId, person.signInName, now)
  const used = await usePasskey(answer, wish, reserve, now)
  if (used.kind === 'too-many') return { kind: 'too-many', minutes: used.minutes }
  if (used.kind === 'wrong' || used.person !== person.id) {
    await noteUnproven(person.id, { way: 'passkey', whence }, now)
    return { kind: 'wrong' }
  }
  return { kind: 'confirmed', secret: await proveAgain(signedIn, { way: 'passkey', whence }, now) }
}
