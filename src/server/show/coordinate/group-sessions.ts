/** The group sessions of a programme: who signed up, and how many came. */
import { together } from '#db/client.ts'
import { cohortsQuery, type CohortRow } from '#db/cohorts.ts'
import { groupSessionsQuery, SESSIONS_PAGE, type PlannedSession } from '#db/group-sessions.ts'
import type { Language } from '#domain/course/language.ts'
import { STILL_SHOWN } from '#domain/people/group-session.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

export interface GroupSessionsPage {
  /** Those to come, soonest first; those that were, newest first. */
  readonly rows: readonly PlannedSession[]
  readonly cohorts: readonly CohortRow[]
  readonly total: number
  readonly pageSize: number
}

/** @param asked page from 1 */
export async function showGroupSessions(
  by: Person,
  programme: string,
  asked: { readonly past: boolean; readonly page: number; readonly language: Language },
  now: number,
): Promise<GroupSessionsPage | null> {
  if (!mayDecideIn(by, programme)) return null
  const { past, page, language } = asked
  const found = await together({
    ...groupSessionsQuery(programme, { past, page, from: now - STILL_SHOWN }),
    cohorts: cohortsQuery([programme], language),
  })
  return { ...found, pageSize: SESSIONS_PAGE }
}
