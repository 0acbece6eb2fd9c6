/** How to reach whoever asked: only here, and each look is written down. */
import { write } from '#db/client.ts'
import { findRequestContact, type RequestContact } from '#db/request-contacts.ts'
import { findRequest } from '#db/requests.ts'
import type { Asker } from '#domain/pairing/request.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export interface RequestContactPage {
  readonly reference: string
  readonly programme: string
  /** Whose it is: of whoever asks for themselves, or of staff of a facility at work. */
  readonly asker: Asker
  /** Null where there is none, or none any more. */
  readonly contact: RequestContact | null
}

/** Null for a foreign and an absent id alike (R15). */
export async function showRequestContact(
  by: Person,
  id: string,
  now: number,
): Promise<RequestContactPage | null> {
  const request = isUuid(id) ? await findRequest(id, programmesAs(by, 'coordinator')) : null
  if (!request) return null
  const { reference, programme, asker } = request
  await write([audited(now, by.id, 'seen:request-contact', id, programme)])
  return { reference, programme, asker, contact: await findRequestContact(id) }
}
