/** One group session: who of its programme came. */
import { together } from '#db/client.ts'
import { cohortsQuery, listCohorts, type CohortRow } from '#db/cohorts.ts'
import {
  ATTENDEES_PAGE,
  attendeesQuery,
  findGroupSession,
  type Attendee,
  type GroupSessionRow,
} from '#db/group-sessions.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'

export interface GroupSessionPage {
  readonly session: GroupSessionRow
  readonly cohorts: readonly CohortRow[]
  /** Whose trainees are listed; '' for all. */
  readonly cohort: string
  readonly rows: readonly Attendee[]
  readonly total: number
  readonly pageSize: number
}

/** Null for a foreign and an absent id alike (R15). @param asked page from 1 */
export async function showGroupSession(
  by: Person,
  id: string,
  asked: { readonly cohort: string | null; readonly page: number; readonly language: Language },
): Promise<GroupSessionPage | null> {
  const session = isUuid(id) ? await findGroupSession(id, programmesAs(by, 'coordinator')) : null
  if (!session) return null
  const { language, page } = asked
  const known = asked.cohort ? await listCohorts([session.programme]) : []
  const cohort = known.find((one) => one.id === asked.cohort)?.id ?? ''
  const found = await together({
    cohorts: cohortsQuery([session.programme], language),
    ...attendeesQuery(session, cohort, language, page),
  })
  return { session, cohort, ...found, pageSize: ATTENDEES_PAGE }
}
