/** The mentor signs the role and confidentiality commitment; only then the sign-off counts. */
import { GuardFailed, write, isTaken } from '#db/client.ts'
import { guardNewest, insertCommitment, type SeenSignOff } from '#db/sign-offs.ts'
import { isOwn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { openOf } from '#domain/readiness/standing.ts'
import { isSameName } from '#domain/readiness/sign-off-journey.ts'
import { audited } from '#server/trail/audited.ts'

export type CommitOutcome =
  | { readonly kind: 'signed' }
  | { readonly kind: 'wrong-name' }
  /** It was withdrawn, waits for the second signature, or another one came than the form showed. */
  | { readonly kind: 'changed' }
  | NotAllowed

/** @param form `id` of the sign-off that it showed; '' where it does not say */
export async function commit(
  mentor: Person,
  signOff: SeenSignOff,
  { id, declaredName }: { readonly id: string; readonly declaredName: string },
  now: number,
): Promise<CommitOutcome> {
  if (!isOwn(mentor, signOff)) return NOT_ALLOWED
  const { decision, withdrawnAt } = signOff
  const isToSign =
    decision === 'ready' &&
    withdrawnAt === null &&
    openOf(signOff, signOff, now) !== 'second-signature'
  if (!isToSign || (id && id !== signOff.id)) return { kind: 'changed' }
  if (!isSameName(declaredName, mentor.name)) return { kind: 'wrong-name' }
  try {
    await write([
      guardNewest(signOff.id, mentor.id),
      // The same but for capitals and blanks, as they write it: the certificate keeps it.
      insertCommitment({ signOff: signOff.id, signedAt: now, declaredName: mentor.name }),
      audited(now, mentor.id, 'commitment-signed', mentor.id, signOff.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'changed' }
    if (!isTaken(error, 'commitments')) throw error
  }
  return { kind: 'signed' }
}
