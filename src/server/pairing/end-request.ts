/** A request ends; it waits no more. */
import { isTaken, write } from '#db/client.ts'
import { findRequest, insertRequestEnd } from '#db/requests.ts'
import { NOTED_ENDS, type RequestEnd } from '#domain/pairing/request.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type EndRequest =
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly problem: 'why-missing' }
  | NotAllowed

/** Ended by somebody else meanwhile, that end stands. */
export async function endRequest(
  by: Person,
  id: string,
  why: RequestEnd | null,
  now: number,
): Promise<EndRequest> {
  const request = await findRequest(id, programmesAs(by, 'coordinator'))
  if (!request) return NOT_ALLOWED
  const noted = NOTED_ENDS.find((one) => one === why)
  if (!noted) return { kind: 'refused', problem: 'why-missing' }
  await writeEnd(request, by.id, noted, now)
  return { kind: 'ended' }
}

/** @param by person id; '' for whoever asked */
export async function writeEnd(
  { id, programme }: { readonly id: string; readonly programme: string },
  by: string,
  why: RequestEnd,
  now: number,
): Promise<void> {
  try {
    await write([
      insertRequestEnd({ request: id, why, by, at: now }),
      audited(now, by, `request-ended:${why}`, id, programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'request_ends')) throw error
  }
}
