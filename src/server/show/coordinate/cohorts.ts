/** The cohorts of a programme, and how many trainees each has. */
import { together } from '#db/client.ts'
import { cohortsQuery, inCohortsQuery, type CohortRow } from '#db/cohorts.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

export interface CohortsPage {
  readonly cohorts: readonly (CohortRow & { readonly trainees: number })[]
}

export async function showCohorts(
  by: Person,
  programme: string,
  language: Language,
): Promise<CohortsPage | null> {
  if (!mayDecideIn(by, programme)) return null
  const { cohorts, counts } = await together({
    cohorts: cohortsQuery([programme], language),
    counts: inCohortsQuery(programme),
  })
  return { cohorts: cohorts.map((one) => ({ ...one, trainees: counts.get(one.id) ?? 0 })) }
}
