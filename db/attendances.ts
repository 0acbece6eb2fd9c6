/** Who came to a group session, and who did not. Who was not looked for has neither row. */
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Language } from '#domain/course/language.ts'
import { MARKS, type Mark } from '#domain/people/group-session.ts'
import { database, guard, reading, rows, type Query, type Reading } from './client.ts'
import type { GroupSessionRow } from './group-sessions.ts'
import { byName, nameHas } from './names.ts'
import { attendances, cohorts, groupAbsences, people, roles } from './schema.ts'

export const MOST_EXPECTED = 600

const EXPECTED = {
  id: z.string(),
  name: z.string(),
  cohortName: z.string().nullable(),
  /** In the order of signing up, from 0; null for who did not. */
  ahead: z.number().nullable(),
  mark: z.enum(MARKS),
  /** Who marked them; null for nobody. */
  markedBy: z.string().nullable(),
}
export type Expected = Readonly<z.infer<z.ZodObject<typeof EXPECTED>>>

/** Whoever signed up, and whoever was marked: by name. One more than MOST_EXPECTED says that there are others. */
export const expectedQuery = (
  { id, programme }: GroupSessionRow,
  language: Language,
): Reading<Expected[]> =>
  rows(
    sql`WITH line AS (SELECT s.person, row_number() OVER (ORDER BY s.turn) - 1 AS ahead FROM group_sign_ups s
        JOIN roles r ON r.person = s.person AND r.role = 'trainee' AND r.programme = ${programme} AND r.archived_at IS NULL
        JOIN people p ON p.id = s.person AND p.disabled_at IS NULL
        WHERE s.group_session = ${id} AND s.ended_at IS NULL),
      everybody AS (SELECT person FROM line UNION SELECT person FROM attendances WHERE group_session = ${id}
        UNION SELECT person FROM group_absences WHERE group_session = ${id})
      SELECT p.id, p.name, c.name AS cohortName, l.ahead,
        CASE WHEN a.person IS NOT NULL THEN 'came' WHEN b.person IS NOT NULL THEN 'absent' ELSE 'none' END AS mark,
        m.name AS markedBy
      FROM everybody e JOIN people p ON p.id = e.person
      LEFT JOIN line l ON l.person = e.person
      LEFT JOIN roles r ON r.person = e.person AND r.role = 'trainee' AND r.programme = ${programme}
      LEFT JOIN cohorts c ON c.id = r.cohort
      LEFT JOIN attendances a ON a.group_session = ${id} AND a.person = e.person
      LEFT JOIN group_absences b ON b.group_session = ${id} AND b.person = e.person
      LEFT JOIN people m ON m.id = coalesce(a.marked_by, b.marked_by)
      ORDER BY ${byName('p.folded', language)}, p.id LIMIT ${MOST_EXPECTED + 1}`,
    EXPECTED,
  )

export interface Other {
  readonly id: string
  readonly name: string
  readonly cohortName: string | null
}

export const OTHERS_PAGE = 50

/**
 * Trainees of the session's programme who neither signed up nor were marked, by name, and how many there are.
 * @param cohort '' for all @param search part of a name, '' for all; null for nobody
 */
export function othersQuery(
  session: Pick<GroupSessionRow, 'id' | 'programme'>,
  { cohort, search }: { readonly cohort: string; readonly search: string | null },
  language: Language,
  page: number,
): { others: Reading<Other[]>; total: Reading<number> } {
  const absent = (table: string, more = '') =>
    sql`NOT EXISTS (SELECT 1 FROM ${sql.raw(table)} x WHERE x.group_session = ${session.id} AND x.person = ${people.id}${sql.raw(more)})`
  const here = and(
    eq(roles.programme, session.programme),
    eq(roles.role, 'trainee'),
    isNull(roles.archivedAt),
    isNull(people.disabledAt),
    cohort ? eq(roles.cohort, cohort) : undefined,
    search === null ? sql`0` : search ? nameHas('people', search) : undefined,
    absent('group_sign_ups', ' AND x.ended_at IS NULL'),
    absent('attendances'),
    absent('group_absences'),
  )
  return {
    others: reading(
      database()
        .select({ id: people.id, name: people.name, cohortName: cohorts.name })
        .from(roles)
        .innerJoin(people, eq(people.id, roles.person))
        .leftJoin(cohorts, eq(cohorts.id, roles.cohort))
        .where(here)
        .orderBy(byName('people.folded', language), asc(people.id))
        .limit(OTHERS_PAGE)
        .offset((page - 1) * OTHERS_PAGE),
    ),
    total: reading(
      database()
        .select({ n: count() })
        .from(roles)
        .innerJoin(people, eq(people.id, roles.person))
        .where(here),
      ([row]) => row?.n ?? 0,
    ),
  }
}

/** For a batch: it fails unless somebody is marked as one of these. */
export const guardMarked = (groupSession: string, person: string, known: readonly Mark[]): Query =>
  guard(
    `CASE WHEN EXISTS (SELECT 1 FROM attendances WHERE group_session = ?1 AND person = ?2) THEN 'came'
      WHEN EXISTS (SELECT 1 FROM group_absences WHERE group_session = ?1 AND person = ?2) THEN 'absent'
      ELSE 'none' END IN (SELECT value FROM json_each(?3))`,
    [groupSession, person, JSON.stringify(known)],
  )

/** For a batch: from now on this, and nothing else, is marked of somebody; who marked them so before stays. */
export function markQueries(
  { groupSession, person, ...marked }: typeof attendances.$inferInsert,
  mark: Mark,
): Query[] {
  const without = (table: typeof attendances | typeof groupAbsences): Query =>
    database()
      .delete(table)
      .where(and(eq(table.groupSession, groupSession), eq(table.person, person)))
  const having = (table: typeof attendances | typeof groupAbsences): Query =>
    database()
      .insert(table)
      .values({ groupSession, person, ...marked })
      .onConflictDoNothing()
  return [
    mark === 'came' ? having(attendances) : without(attendances),
    mark === 'absent' ? having(groupAbsences) : without(groupAbsences),
  ]
}
