import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import { compareNames } from '#domain/people/names.ts'
import { database, guard, read, reading, type Query, type Reading } from './client.ts'
import { cohorts, roles } from './schema.ts'

export type CohortRow = typeof cohorts.$inferSelect

/** Of these programmes, by name as the language orders names; archived ones too. */
export const cohortsQuery = (
  programmes: readonly string[],
  language: Language = 'en',
): Reading<CohortRow[]> =>
  reading(
    database()
      .select()
      .from(cohorts)
      .where(inArray(cohorts.programme, [...programmes]))
      .orderBy(asc(cohorts.name))
      .limit(1000),
    (rows) => rows.sort((a, b) => compareNames(a.name, b.name, language)),
  )

export const listCohorts = (
  programmes: readonly string[],
  language: Language = 'en',
): Promise<CohortRow[]> => read(cohortsQuery(programmes, language))

/** How many trainees each cohort of a programme has now, by cohort id. */
export const inCohortsQuery = (programme: string): Reading<ReadonlyMap<string, number>> =>
  reading(
    database()
      .select({ cohort: cohorts.id, n: count() })
      .from(cohorts)
      .innerJoin(roles, eq(roles.cohort, cohorts.id))
      .where(
        and(
          eq(cohorts.programme, programme),
          // By the cohort: who is in none is not read.
          sql`+${roles.programme} = ${programme}`,
          eq(roles.role, 'trainee'),
          isNull(roles.archivedAt),
        ),
      )
      .groupBy(cohorts.id),
    (rows) => new Map(rows.map((row) => [row.cohort, row.n])),
  )

export const insertCohort = (row: typeof cohorts.$inferInsert): Query =>
  database().insert(cohorts).values(row)

export const updateCohort = (
  id: string,
  set: Partial<Pick<CohortRow, 'name' | 'archivedAt'>>,
): Query => database().update(cohorts).set(set).where(eq(cohorts.id, id))

/** For a batch: it fails unless the cohort is one of the programme, and archived or not as is said. */
export const guardCohortStands = (id: string, programme: string, isArchived: boolean): Query =>
  guard(
    `EXISTS (SELECT 1 FROM cohorts WHERE id = ? AND programme = ? AND (archived_at IS NOT NULL) = ?)`,
    [id, programme, isArchived],
  )

/** For a batch: it fails when the cohort is called otherwise. */
export const guardCohortName = (id: string, names: readonly string[]): Query =>
  guard(
    sql`EXISTS (SELECT 1 FROM ${cohorts} WHERE ${and(eq(cohorts.id, id), inArray(cohorts.name, [...names]))})`,
  )
