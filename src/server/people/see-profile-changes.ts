/** Somebody has seen what a coordinator changed in their profile. */
import { write } from '#db/client.ts'
import { markProfileSeen } from '#db/profiles.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { SignedIn } from '#server/access/session.ts'

/** In a session that a code of staff opened nobody says it: that may be whoever changed it. @param upTo the newest that was shown */
export async function seeProfileChanges(
  by: Person,
  { heldUntil }: Pick<SignedIn, 'heldUntil'>,
  upTo: number,
  now: number,
): Promise<{ readonly kind: 'noted' } | NotAllowed> {
  if (heldUntil !== null) return NOT_ALLOWED
  await write([markProfileSeen(by.id, upTo, now)])
  return { kind: 'noted' }
}
