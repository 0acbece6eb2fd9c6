/** A coordinator notes that whoever asks consents, or takes consent back: nothing goes on without it. */
import { GuardFailed, write } from '#db/client.ts'
import { findRequest, guardNotEnded, insertRequestConsent } from '#db/requests.ts'
import { WITNESSED_CONSENT, type ConsentWay } from '#domain/pairing/request.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'

export type NoteConsent =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problem: 'how-missing' }
  | NotAllowed

/** What stands already is not written again. */
export async function noteConsent(
  by: Person,
  id: string,
  given: boolean,
  how: ConsentWay | null,
  now: number,
): Promise<NoteConsent> {
  const request = await findRequest(id, programmesAs(by, 'coordinator'))
  if (!request || request.end) return NOT_ALLOWED
  const said = WITNESSED_CONSENT.find((one) => one === how) ?? null
  if (!said) return { kind: 'refused', problem: 'how-missing' }
  if (request.consent?.given === given) return { kind: 'saved' }
  await writeConsent(request, by.id, given, said, now)
  return { kind: 'saved' }
}

/** @param by person id; '' for whoever asked @returns false where the request has ended meanwhile */
export async function writeConsent(
  { id, programme }: { readonly id: string; readonly programme: string },
  by: string,
  given: boolean,
  how: ConsentWay,
  now: number,
): Promise<boolean> {
  const act = given ? 'request-consent-given' : 'request-consent-taken-back'
  try {
    await write([
      guardNotEnded(id),
      insertRequestConsent({ id: newId(now), request: id, given, how, by, at: now }),
      audited(now, by, act, id, programme),
    ])
    return true
  } catch (error) {
    if (error instanceof GuardFailed) return false
    throw error
  }
}
