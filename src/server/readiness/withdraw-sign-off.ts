import { GuardFailed, write } from '#db/client.ts'
import { guardNewest, insertWithdrawal, listSignOffs, type SeenSignOff } from '#db/sign-offs.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { TEXT_LENGTH } from '#domain/readiness/sign-off-journey.ts'
import { audited } from '#server/trail/audited.ts'

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn' }
  /** Somebody else decided or withdrew in between. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly reason: 'reason-missing' | 'too-long' }
  | NotAllowed

/** Takes a sign-off back with a row of its own; the sign-off itself is never changed. */
export async function withdrawSignOff(
  coordinator: Person,
  signOff: SeenSignOff,
  reason: string,
  now: number,
): Promise<WithdrawOutcome> {
  if (!mayDecideIn(coordinator, signOff.programme)) return NOT_ALLOWED
  if (!reason.trim()) return { kind: 'refused', reason: 'reason-missing' }
  if (reason.length > TEXT_LENGTH) return { kind: 'refused', reason: 'too-long' }
  if (signOff.withdrawnAt !== null) return afterAll(coordinator, signOff)
  const { id, person, programme } = signOff
  try {
    await write([
      guardNewest(id, person),
      insertWithdrawal({
        signOff: id,
        withdrawnBy: coordinator.id,
        withdrawnAt: now,
        reason: reason.trim(),
      }),
      audited(now, coordinator.id, 'sign-off-withdrawn', person, programme),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    return afterAll(
      coordinator,
      (await listSignOffs(person)).find((one) => one.id === id),
    )
  }
  return { kind: 'withdrawn' }
}

/** The same form sent twice is done once; who comes second is told, and keeps their words. */
const afterAll = (coordinator: Person, signOff: SeenSignOff | undefined): WithdrawOutcome =>
  signOff?.withdrawnBy === coordinator.id ? { kind: 'withdrawn' } : { kind: 'changed' }
