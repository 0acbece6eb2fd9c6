/** What would go of somebody and what would stay, before an administrator erases them. */
import { read, together } from '#db/client.ts'
import { dataRequestsOfQuery, type DataRequest } from '#db/data-requests.ts'
import {
  countErased,
  decidedByQuery,
  heldMattersQuery,
  supportsSomebodyQuery,
  type Count,
  type HeldMatter,
} from '#db/erasure.ts'
import { ERASURE } from '#db/erasure-table.ts'
import { accountQuery } from '#db/roles.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { KEPT_DAYS } from '#domain/retention/retention.ts'
import { noteSeen } from '#server/access/note-seen.ts'

/** Said one by one, with a last day. */
const OF_SAFETY: readonly string[] = ['notes', 'follow_ups', 'incidents', 'incident_steps']

export interface ShownErasure {
  readonly id: string
  readonly name: string
  readonly isOneself: boolean
  readonly supportsSomebody: boolean
  /** Their request for it that waits; null where they did not ask here. */
  readonly request: DataRequest | null
  readonly goes: readonly Count[]
  /** Tables of which something stays without a name. */
  readonly stays: readonly string[]
  /** Open matters of safety, and the day by which they go at the latest, milliseconds since 1970. */
  readonly held: readonly (HeldMatter & { readonly until: number })[]
  /** How often they decided about others. */
  readonly decided: number
}

/** That somebody looked is written down. Null for who is no administrator, and where there is nobody to erase. */
export async function showErasure(
  by: Person,
  id: string | undefined,
  now: number,
): Promise<ShownErasure | null> {
  if (!mayAdminister(by) || !isUuid(id)) return null
  const account = await read(accountQuery(id))
  if (!account || account.signInName.startsWith('erased:')) return null
  await noteSeen(by.id, 'person', id, '', now)
  const { requests, held, decided, supports } = await together({
    requests: dataRequestsOfQuery(id),
    held: heldMattersQuery(id),
    decided: decidedByQuery(id),
    supports: supportsSomebodyQuery(id),
  })
  return {
    id,
    name: account.name,
    isOneself: by.id === id,
    supportsSomebody: supports,
    request: requests.find(({ kind, answer }) => kind === 'erasure' && answer === null) ?? null,
    goes: await countErased(id),
    stays: ERASURE.filter(
      ({ table, fate }) => fate === 'nameless' && !OF_SAFETY.includes(table),
    ).map(({ table }) => table),
    held: held.map((matter) => ({ ...matter, until: now + KEPT_DAYS.notes * DAY_MS })),
    decided,
  }
}
