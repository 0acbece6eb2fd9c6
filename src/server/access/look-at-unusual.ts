import { write } from '#db/client.ts'
import { insertLooks } from '#db/security.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

/** An administrator looked at what was unusual: it is off the list of everybody. @param events their ids */
export async function lookAtUnusual(
  by: Person,
  events: readonly string[],
  now: number,
): Promise<{ readonly kind: 'noted' } | NotAllowed> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  await write([insertLooks(events, by.id, now), audited(now, by.id, 'unusual-looked-at', '', '')])
  return { kind: 'noted' }
}
