/** Who came in and who was turned away, for administrators. */
import { read, together } from '#db/client.ts'
import {
  securityEventsQuery,
  unusualQuery,
  type SecurityFilter,
  type SeenSecurityEvent,
} from '#db/security.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'

export type { SecurityFilter, SeenSecurityEvent } from '#db/security.ts'

const PAGE = 25
/** So many are looked at at once; they come again when these are off the list. */
const AT_ONCE = 10
/** More lines than this make no file: a shorter time does. */
const FILE = 20_000

export interface ShownSecurity {
  /** Newest first. */
  readonly events: readonly SeenSecurityEvent[]
  /** The id where older ones begin; null where there are none. */
  readonly older: string | null
  /** The newest of what nobody has looked at. */
  readonly unusual: readonly SeenSecurityEvent[]
  /** Whether there are more of them. */
  readonly hasMoreUnusual: boolean
}

/** Null for who is no administrator. */
export async function showSecurity(
  by: Person,
  filter: SecurityFilter,
  now: number,
): Promise<ShownSecurity | null> {
  if (!mayAdminister(by)) return null
  await noteSeen(by.id, 'security', '', '', now)
  const { events, unusual } = await together({
    events: securityEventsQuery(filter, PAGE + 1),
    unusual: unusualQuery(AT_ONCE + 1),
  })
  const page = events.slice(0, PAGE)
  return {
    events: page,
    older: events.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    unusual: unusual.slice(0, AT_ONCE),
    hasMoreUnusual: unusual.length > AT_ONCE,
  }
}

/** For a file. `isCut`: there are more than it holds. */
export async function showSecurityFile(
  by: Person,
  filter: SecurityFilter,
  now: number,
): Promise<{ readonly events: readonly SeenSecurityEvent[]; readonly isCut: boolean } | null> {
  if (!mayAdminister(by)) return null
  const events = await read(securityEventsQuery({ ...filter, after: '' }, FILE + 1))
  await noteSeen(by.id, 'security-export', '', '', now)
  return { events: events.slice(0, FILE), isCut: events.length > FILE }
}
