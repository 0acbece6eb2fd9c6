import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import { compareNames } from '#domain/people/names.ts'
import { database, type Query } from './client.ts'
import { cohorts, roles } from './schema.ts'

export type CohortRow = typeof cohorts.$inferSelect

/** Of these programmes, by name as the language orders names; archived ones too. */
export async function listCohorts(
  programmes: readonly string[],
  language: Language = 'en',
): Promise<CohortRow[]> {
  if (programmes.length === 0) return []
  const rows = await database()
    .select()
    .from(cohorts)
    .where(inArray(cohorts.programme, [...programmes]))
    .orderBy(asc(cohorts.name))
    .limit(1000)
  return rows.sort((a, b) => compareNames(a.name, b.name, language))
}

/** How many trainees each cohort of a programme has now, by cohort id. */
export async function countInCohorts(programme: string): Promise<Map<string, number>> {
  const rows = await database()
    .select({ cohort: roles.cohort, n: count() })
    .from(roles)
    .where(and(eq(roles.programme, programme), eq(roles.role, 'trainee'), isNull(roles.archivedAt)))
    .groupBy(roles.cohort)
  return new Map(rows.flatMap((row) => (row.cohort ? [[row.cohort, row.n]] : [])))
}

export const insertCohort = (row: typeof cohorts.$inferInsert): Query =>
  database().insert(cohorts).values(row)

export const updateCohort = (
  id: string,
  set: Partial<Pick<CohortRow, 'name' | 'archivedAt'>>,
): Query => database().update(cohorts).set(set).where(eq(cohorts.id, id))
