/** A coordinator notes what was tried for a request. */
import { isTaken, write } from '#db/client.ts'
import { findRequest, insertRequestNote } from '#db/requests.ts'
import { noted, type TellTale } from '#domain/pairing/free-text.ts'
import { LONG } from '#domain/pairing/request.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type NoteRequest =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problem: 'missing' | 'too-long' }
  /** A phone number or an address of mail stands in it. */
  | { readonly kind: 'pointed'; readonly found: readonly TellTale[] }
  | NotAllowed

export async function noteRequest(
  by: Person,
  id: string,
  form: { readonly id: string; readonly text: string },
  now: number,
): Promise<NoteRequest> {
  const request = await findRequest(id, programmesAs(by, 'coordinator'))
  if (!request || request.end?.why === 'erased') return NOT_ALLOWED
  const text = form.text.trim()
  if (!text) return { kind: 'refused', problem: 'missing' }
  if (text.length > LONG) return { kind: 'refused', problem: 'too-long' }
  const found = noted(text)
  if (found.length) return { kind: 'pointed', found }
  try {
    await write([
      insertRequestNote({ id: form.id, request: id, by: by.id, at: now, text }),
      audited(now, by.id, 'request-noted', id, request.programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'request_notes')) throw error
  }
  return { kind: 'saved' }
}
