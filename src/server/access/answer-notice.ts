/** Staff made a code into somebody's account. They say that they know, or that it was not them. */
import { write, type Query } from '#db/client.ts'
import { markLinksTold, withdrawLinksOf } from '#db/links.ts'
import { dropHeldWays } from '#db/people.ts'
import { deleteSessionsBut } from '#db/sessions.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import type { SignedIn } from './session.ts'

/** In a session that such a code opened nobody says it: that may be whoever made it. @param beside written with a no */
export async function answerNotice(
  by: Person,
  { sessionId, heldUntil }: SignedIn,
  wasMe: boolean,
  now: number,
  beside: readonly Query[] = [],
): Promise<{ readonly kind: 'noted' } | NotAllowed> {
  if (heldUntil !== null) return NOT_ALLOWED
  await write([
    markLinksTold(by.id, now),
    ...(wasMe
      ? []
      : [
          withdrawLinksOf(by.id, now),
          ...dropHeldWays(by.id, now),
          deleteSessionsBut(by.id, sessionId),
          audited(now, by.id, 'code-was-not-theirs', by.id, ''),
          ...beside,
        ]),
  ])
  return { kind: 'noted' }
}
