/** The second coordinator's signature under a sign-off, where a programme asks for two. */
import { GuardFailed, write, isTaken } from '#db/client.ts'
import { guardNewest, insertSecondSignature, type SeenSignOff } from '#db/sign-offs.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { isSameName } from '#domain/readiness/sign-off-journey.ts'
import { audited } from '#server/trail/audited.ts'

export type SecondOutcome =
  | { readonly kind: 'signed' }
  | { readonly kind: 'wrong-name' }
  /** Whoever decided cannot be the second, nor can the mentor. */
  | { readonly kind: 'not-another' }
  /** Another decision or a withdrawal came in between. */
  | { readonly kind: 'changed' }
  | NotAllowed

export async function signSecond(
  coordinator: Person,
  signOff: SeenSignOff,
  declaredName: string,
  now: number,
): Promise<SecondOutcome> {
  if (!mayDecideIn(coordinator, signOff.programme)) return NOT_ALLOWED
  if (!isAnother(coordinator, signOff)) return { kind: 'not-another' }
  if (!isSameName(declaredName, coordinator.name)) return { kind: 'wrong-name' }
  const { id, person, programme } = signOff
  try {
    await write([
      guardNewest(id, person),
      insertSecondSignature({
        signOff: id,
        signedBy: coordinator.id,
        signedAt: now,
        declaredName: declaredName.trim(),
      }),
      audited(now, coordinator.id, 'second-signature', person, programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'changed' }
    // Signed twice, or somebody else signed at the same moment: one signature stands.
    if (!isTaken(error, 'second_signatures')) throw error
  }
  return { kind: 'signed' }
}

/** Neither whoever decided nor the mentor. */
export const isAnother = (
  { id }: Person,
  signOff: Pick<SeenSignOff, 'decidedBy' | 'person'>,
): boolean => id !== signOff.decidedBy && id !== signOff.person
