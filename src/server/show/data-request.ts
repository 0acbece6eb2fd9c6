/** What people asked about their data, for those who answer. */
import { read, together } from '#db/client.ts'
import {
  dataRequestQuery,
  dataRequestsInQuery,
  openDataRequestsQuery,
  type DataRequest,
} from '#db/data-requests.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayAdminister, mayAnswerData, mayReleaseNotes } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { AT_ONCE, rowsToReview, type RowToReview } from '#server/rights/rows-to-review.ts'

export type { DataRequest } from '#db/data-requests.ts'
export type { RowToReview } from '#server/rights/rows-to-review.ts'

/** So many stand on the administrators' list; the oldest wait longest. */
const MOST = 50

/** All that waits, oldest first; null for who is no administrator. */
export async function showDataDesk(
  by: Person,
): Promise<{ readonly requests: readonly DataRequest[]; readonly hasMore: boolean } | null> {
  if (!mayAdminister(by)) return null
  const found = await read(openDataRequestsQuery(null, MOST + 1))
  return { requests: found.slice(0, MOST), hasMore: found.length > MOST }
}

/** What a trainee asked the coordinators of their programme. */
export async function showDataOf(trainee: {
  readonly id: string
  readonly programme: string
}): Promise<readonly DataRequest[]> {
  const { requests } = await together({
    requests: dataRequestsInQuery(trainee.id, trainee.programme),
  })
  return requests
}

export interface ShownRequest {
  readonly request: DataRequest
  /** Of `notes`: what is to be decided about, one page of it. */
  readonly rows: readonly RowToReview[]
  readonly hasMore: boolean
  /** Notes are read by coordinators of the programme alone. */
  readonly mayRelease: boolean
}

/** Null for who may not answer it. That notes were looked at is written down. @param person whose it must be; null for anybody's */
export async function showDataRequest(
  by: Person,
  id: string | undefined,
  person: string | null,
  now: number,
): Promise<ShownRequest | null> {
  const request = isUuid(id) ? await read(dataRequestQuery(id)) : null
  if (!request || (person !== null && request.person !== person)) return null
  if (!mayAnswerData(by, request)) return null
  const mayRelease = request.kind === 'notes' && mayReleaseNotes(by, request)
  if (!mayRelease || request.answer) return { request, rows: [], hasMore: false, mayRelease }
  await noteSeen(by.id, 'internal-notes', request.person, request.programme, now)
  const rows = await rowsToReview(request)
  return { request, rows: rows.slice(0, AT_ONCE), hasMore: rows.length > AT_ONCE, mayRelease }
}
