/** The waiting list of a programme, the longest wait first. */
import { lacksQuery, type Lack } from '#db/lacks.ts'
import {
  waitingNumbersQuery,
  waitingRequestsQuery,
  WAITING_PAGE,
  type After,
  type WaitingNumbers,
  type WaitingRequest,
} from '#db/waiting-requests.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { readFresh, type Freshness } from '#server/tasks/fresh-desk.ts'

export interface RequestsPage {
  readonly rows: readonly WaitingRequest[]
  readonly numbers: WaitingNumbers
  /** What more people wait for than there are places free. */
  readonly lacks: readonly Lack[]
  /** Where the next page begins, as it stands in the address; null at the end. */
  readonly next: string | null
  /** Of what is lacking. */
  readonly freshness: Freshness
}

/** @param after as it stands in the address, or null */
export async function showRequests(
  by: Person,
  programme: string,
  after: string | null,
  now: number,
): Promise<RequestsPage | null> {
  if (!mayDecideIn(by, programme)) return null
  const { today } = momentOf(programme, now)
  const { found: all, freshness } = await readFresh(programme, now, {
    lacks: lacksQuery(programme),
    found: waitingRequestsQuery(programme, readAfter(after), today),
    numbers: waitingNumbersQuery([programme], now),
  })
  const { found, numbers, lacks } = all
  const rows = found.slice(0, WAITING_PAGE)
  const last = found.length > WAITING_PAGE ? rows.at(-1) : undefined
  return {
    rows,
    lacks,
    numbers: numbers[0] ?? { programme, n: 0, unseen: 0, long: 0 },
    next: last ? `${last.since}.${last.id}` : null,
    freshness,
  }
}

function readAfter(text: string | null): After | null {
  const [since = '', id = ''] = (text ?? '').split('.')
  return /^\d{1,15}$/.test(since) && isUuid(id) ? { since: Number(since), id } : null
}
