/** The people of a programme: by role, cohort, name, and whether they are here or left. */
import { together } from '#db/client.ts'
import { cohortsQuery, listCohorts, type CohortRow } from '#db/cohorts.ts'
import { PEOPLE_PAGE, peopleQuery, type PersonInRole } from '#db/roles.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person, Role } from '#domain/people/person.ts'

const STATES = ['here', 'left', 'all'] as const
const ROLES = ['trainee', 'observer', 'coordinator'] as const satisfies readonly Role[]

/** As it stands in the address; null for what is not said. */
export interface PeopleAsked {
  readonly programme: string
  readonly role: string | null
  readonly cohort: string | null
  readonly state: string | null
  readonly search: string | null
  /** From 1. */
  readonly page: number
  readonly language: Language
}

export interface PeoplePage {
  readonly roles: readonly Role[]
  readonly role: Role | null
  readonly cohorts: readonly CohortRow[]
  /** Cohort id, 'none' for outside every cohort, '' for all. */
  readonly cohort: string
  readonly state: (typeof STATES)[number]
  readonly search: string
  readonly rows: readonly PersonInRole[]
  readonly total: number
  readonly pageSize: number
}

export async function showPeople(by: Person, asked: PeopleAsked): Promise<PeoplePage | null> {
  const { programme, language, page } = asked
  if (!mayDecideIn(by, programme)) return null
  const search = (asked.search ?? '').slice(0, 100).trim()
  // A name is looked for among those who left, too, unless one list was chosen.
  const state = STATES.find((one) => one === asked.state) ?? (search ? 'all' : 'here')
  const role = ROLES.find((one) => one === asked.role) ?? null
  const cohort = await cohortIn(asked)
  const archived = state === 'all' ? null : state === 'left'
  const found = await together({
    cohorts: cohortsQuery([programme], language),
    ...peopleQuery({ programme, role, cohort, archived, search, language, page }),
  })
  return { roles: ROLES, role, cohort, state, search, ...found, pageSize: PEOPLE_PAGE }
}

/** A cohort that is not there is no filter. */
async function cohortIn({ programme, cohort }: PeopleAsked): Promise<string> {
  if (!cohort || cohort === 'none') return cohort ?? ''
  return (await listCohorts([programme])).find(({ id }) => id === cohort)?.id ?? ''
}
