import { GuardFailed, write } from '#db/client.ts'
import { deleteCodeApp, guardAppNotNeeded } from '#db/factors.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { securityEvent } from './note-entry.ts'
import { isFresh, type SignedIn } from './session.ts'
import { tellOwner, type ToOwner } from './tell-owner.ts'
import type { Whence } from './throttle.ts'

/** From the day on staff have another second factor, or keep this one: the rule stands in the batch. */
export async function removeApp(
  by: Person,
  signedIn: SignedIn,
  mail: ToOwner | null,
  whence: Whence,
  now: number,
): Promise<{ readonly kind: 'removed' | 'needed' | 'not-fresh' } | NotAllowed> {
  if (!signedIn.factors.app) return NOT_ALLOWED
  if (!isFresh(signedIn, now)) return { kind: 'not-fresh' }
  try {
    await write([
      guardAppNotNeeded(by.id, now),
      deleteCodeApp(by.id),
      securityEvent('factor-removed', { person: by.id, way: 'app' }, whence, now),
      ...tellOwner(mail, now),
      audited(now, by.id, 'factor-removed', by.id, ''),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'needed' }
    throw error
  }
  return { kind: 'removed' }
}
