/** One request for a mentor, what was tried for it, and who consented when. */
import { together } from '#db/client.ts'
import {
  consentsQuery,
  findRequest,
  requestNotesQuery,
  type Consent,
  type RequestNote,
  type SeenRequest,
} from '#db/requests.ts'
import { proposalsQuery } from '#db/proposals.ts'
import { stateOfRequest, type RequestState } from '#domain/pairing/request.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { triedOn, type Tried } from './pairing.ts'

export interface RequestPage {
  readonly request: SeenRequest
  readonly state: RequestState
  /** Newest first. */
  readonly notes: readonly RequestNote[]
  /** Which mentors were asked, newest first. */
  readonly tried: readonly Tried[]
  readonly consents: readonly Consent[]
}

/** Null for a foreign and an absent id alike (R15). That it was looked at is written down. */
export async function showRequest(
  by: Person,
  id: string,
  now: number,
): Promise<RequestPage | null> {
  const request = isUuid(id) ? await findRequest(id, programmesAs(by, 'coordinator')) : null
  if (!request) return null
  await noteSeen(by.id, 'request', id, request.programme, now)
  const moment = momentOf(request.programme, now)
  const { proposals, ...found } = await together({
    notes: requestNotesQuery(id),
    consents: consentsQuery(id),
    proposals: proposalsQuery({ request: id }, request.programme, moment),
  })
  const tried = triedOn(proposals, moment.today)
  return { request, state: stateOfRequest(request), tried, ...found }
}
