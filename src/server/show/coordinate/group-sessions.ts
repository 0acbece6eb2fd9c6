/** The group sessions of a programme, and how many came. */
import { together } from '#db/client.ts'
import { groupSessionsQuery, SESSIONS_PAGE, type GroupSessionRow } from '#db/group-sessions.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

export interface GroupSessionsPage {
  /** Newest first. */
  readonly rows: readonly (GroupSessionRow & { readonly came: number })[]
  readonly total: number
  readonly pageSize: number
}

/** @param page from 1 */
export async function showGroupSessions(
  by: Person,
  programme: string,
  page: number,
): Promise<GroupSessionsPage | null> {
  if (!mayDecideIn(by, programme)) return null
  return { ...(await together(groupSessionsQuery(programme, page))), pageSize: SESSIONS_PAGE }
}
