import { insertAudit } from '#db/audit.ts'
import { write } from '#db/client.ts'
import { insertWithdrawal, type SeenSignOff } from '#db/sign-offs.ts'
import type { Person } from '#domain/people/person.ts'
import { newId } from './new-id.ts'
import { TEXT_LENGTH } from '#domain/readiness/sign-off-journey.ts'

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'refused'; readonly reason: 'reason-missing' | 'too-long' }

/** Takes a sign-off back with a row of its own; the sign-off itself is never changed. */
export async function withdrawSignOff(
  coordinator: Person,
  signOff: SeenSignOff,
  reason: string,
  now: number,
): Promise<WithdrawOutcome> {
  if (!reason.trim()) return { kind: 'refused', reason: 'reason-missing' }
  if (reason.length > TEXT_LENGTH) return { kind: 'refused', reason: 'too-long' }
  if (signOff.withdrawnAt !== null) return { kind: 'withdrawn' }
  try {
    await write([
      insertWithdrawal({
        signOff: signOff.id,
        withdrawnBy: coordinator.id,
        withdrawnAt: now,
        reason: reason.trim(),
      }),
      insertAudit({
        id: newId(now),
        at: now,
        actor: coordinator.id,
        act: 'sign-off-withdrawn',
        subject: signOff.person,
        programme: signOff.programme,
      }),
    ])
  } catch (error) {
    // Somebody else withdrew it at the same moment: their reason stands.
    if (!/UNIQUE|PRIMARY/i.test(String(error))) throw error
  }
  return { kind: 'withdrawn' }
}
