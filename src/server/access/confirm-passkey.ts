import type { Person } from '#domain/people/person.ts'
import type { ConfirmAnswer } from './confirm-password.ts'
import { proveAgain, type SignedIn } from './session.ts'
import { reserveProof } from './throttle.ts'
import { usePasskey } from './use-passkey.ts'

/** The same as the password once more, with a passkey of the person who is signed in. */
export async function confirmPasskey(
  { sessionId }: SignedIn,
  person: Person,
  answer: string,
  now: number,
): Promise<ConfirmAnswer> {
  const wish = { use: 'prove', bound: sessionId } as const
  const reserve = () => reserveProof(sessionId, person.signInName, now)
  const used = await usePasskey(answer, wish, reserve, now)
  if (used.kind === 'too-many') return used
  if (used.kind === 'wrong' || used.person !== person.id) return { kind: 'wrong' }
  return { kind: 'confirmed', secret: await proveAgain(sessionId, now) }
}
