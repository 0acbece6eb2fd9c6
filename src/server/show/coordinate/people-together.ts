/** Many people at once: whom it concerns, and with which of them it does not work, before anything happens. */
import { together } from '#db/client.ts'
import { cohortsQuery, type CohortRow } from '#db/cohorts.ts'
import { chosenPeopleQuery, type ChosenPeople, type ChosenPerson } from '#db/roles.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import {
  mostOf,
  problemTogether,
  type NotTogether,
  type Together,
} from '#domain/people/together.ts'
import { judgeForCodes } from '#server/people/codes-together.ts'

export interface PeopleTogether {
  /** Rows that were chosen, one for each role. */
  readonly total: number
  readonly isTooMany: boolean
  /** At a time. */
  readonly most: number
  readonly able: readonly ChosenPerson[]
  readonly not: readonly { readonly person: ChosenPerson; readonly why: NotTogether }[]
  /** Into which they can be put. */
  readonly cohorts: readonly CohortRow[]
}

export async function showPeopleTogether(
  by: Person,
  programme: string,
  chosen: ChosenPeople,
  act: Together,
  language: Language,
): Promise<PeopleTogether | null> {
  if (!mayDecideIn(by, programme)) return null
  const { rows, cohorts } = await together({
    rows: chosenPeopleQuery(programme, chosen, language, mostOf(act)),
    cohorts: cohortsQuery([programme], language),
  })
  const judged =
    act === 'codes'
      ? await judgeForCodes(by, rows)
      : rows.map((person) => ({ person, why: problemTogether(act, person) }))
  return {
    total: rows.length,
    isTooMany: rows.length > mostOf(act),
    most: mostOf(act),
    able: judged.flatMap(({ person, why }) => (why === null ? [person] : [])),
    not: judged.flatMap(({ person, why }) => (why === null ? [] : [{ person, why }])),
    cohorts: cohorts.filter(({ archivedAt }) => archivedAt === null),
  }
}
