/** What somebody asked about what is kept of them, and how long it is kept. */
import { together } from '#db/client.ts'
import {
  dataRequestsOfQuery,
  heldBackQuery,
  type DataRequest,
  type HeldBack,
} from '#db/data-requests.ts'
import { oldestOfQuery } from '#db/own-retention.ts'
import { traineeProgrammesQuery } from '#db/roles.ts'
import type { Person } from '#domain/people/person.ts'
import { OWN_KEPT, OWN_KEPT_KINDS, type OwnKept } from '#domain/retention/own-kept.ts'
import { KEPT_DAYS } from '#domain/retention/retention.ts'
import { DAY_MS } from '#domain/calendar/days.ts'

export type { DataRequest, HeldBack } from '#db/data-requests.ts'

export interface OwnData {
  /** Newest first. */
  readonly requests: readonly DataRequest[]
  /** What was held back, and why. */
  readonly held: readonly HeldBack[]
  /** Whether staff may have written something about them among themselves. */
  readonly mayHaveNotes: boolean
}

export async function showOwnData(by: Person): Promise<OwnData> {
  const { requests, held, programmes } = await together({
    requests: dataRequestsOfQuery(by.id),
    held: heldBackQuery(by.id),
    programmes: traineeProgrammesQuery(by.id),
  })
  return { requests, held, mayHaveNotes: programmes.length > 0 }
}

export interface KeptLine {
  readonly what: OwnKept
  /** Of the rule; 0 where there is none. */
  readonly days: number
  /**
   * When the oldest of theirs goes, milliseconds; `when-left`: the time begins when they leave; `nothing`: there is none;
   * `stays`: no rule ends it.
   */
  readonly next: number | 'when-left' | 'nothing' | 'stays'
}

export async function showOwnKept(by: Person): Promise<KeptLine[]> {
  const { oldest } = await together({ oldest: oldestOfQuery(by.id) })
  return OWN_KEPT_KINDS.map((what) => {
    const { rule } = OWN_KEPT[what]
    if (rule === null) return { what, days: 0, next: 'stays' }
    const found = oldest[rule]
    const days = KEPT_DAYS[rule]
    return { what, days, next: typeof found === 'number' ? found + days * DAY_MS : found }
  })
}
