/** The decision whose commitment a mentor signs. */
import { listSignOffs, type SeenSignOff } from '#db/sign-offs.ts'
import type { Person } from '#domain/people/person.ts'
import { openOf } from '#domain/readiness/standing.ts'

export interface Commitment {
  /** What they sign now, or null. */
  readonly toSign: SeenSignOff | null
  readonly isSigned: boolean
  readonly waitsForSecond: boolean
}

export async function showCommitment(by: Person, now: number): Promise<Commitment> {
  const [newest] = await listSignOffs(by.id)
  const holds = newest?.decision === 'ready' && newest.withdrawnAt === null ? newest : null
  const waitsForSecond =
    holds !== null && openOf(holds, { secondSince: holds.secondSince }, now) === 'second-signature'
  const isSigned = holds !== null && holds.committedAt !== null
  return { toSign: isSigned || waitsForSecond ? null : holds, isSigned, waitsForSecond }
}
