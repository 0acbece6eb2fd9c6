import { and, asc, count, desc, eq, gte, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import { database, guard, reading, type Query, type Reading } from './client.ts'
import { byName } from './names.ts'
import { attendances, cohorts, groupSessions, people, roles } from './schema.ts'

export type GroupSessionRow = typeof groupSessions.$inferSelect

export const SESSIONS_PAGE = 50

/** Newest first, with how many came, and how many there are. */
export const groupSessionsQuery = (
  programme: string,
  page: number,
): {
  rows: Reading<(GroupSessionRow & { readonly came: number })[]>
  total: Reading<number>
} => ({
  rows: reading(
    database()
      .select({ session: groupSessions, came: count(attendances.person) })
      .from(groupSessions)
      .leftJoin(attendances, eq(attendances.groupSession, groupSessions.id))
      .where(eq(groupSessions.programme, programme))
      .groupBy(groupSessions.id)
      .orderBy(desc(groupSessions.startsAt), desc(groupSessions.id))
      .limit(SESSIONS_PAGE)
      .offset((page - 1) * SESSIONS_PAGE),
    (rows) => rows.map(({ session, came }) => ({ ...session, came })),
  ),
  total: reading(
    database()
      .select({ n: count() })
      .from(groupSessions)
      .where(eq(groupSessions.programme, programme)),
    ([row]) => row?.n ?? 0,
  ),
})

export async function findGroupSession(
  id: string,
  programmes: readonly string[],
): Promise<GroupSessionRow | null> {
  if (programmes.length === 0) return null
  const [row] = await database()
    .select()
    .from(groupSessions)
    .where(and(eq(groupSessions.id, id), inArray(groupSessions.programme, [...programmes])))
  return row ?? null
}

export const insertGroupSession = (row: typeof groupSessions.$inferInsert): Query =>
  database().insert(groupSessions).values(row)

export const updateGroupSession = (
  id: string,
  set: Partial<GroupSessionFacts & Pick<GroupSessionRow, 'cancelledAt'>>,
): Query => database().update(groupSessions).set(set).where(eq(groupSessions.id, id))

/** For a batch: it fails unless the session is one of the programme, and cancelled or not as is said. */
export const guardSessionStands = (id: string, programme: string, isCancelled: boolean): Query =>
  guard(
    `EXISTS (SELECT 1 FROM group_sessions WHERE id = ? AND programme = ? AND (cancelled_at IS NOT NULL) = ?)`,
    [id, programme, isCancelled],
  )

/** For a batch: it fails unless the session is one of the programme. */
export const guardSessionOf = (id: string, programme: string): Query =>
  guard(`EXISTS (SELECT 1 FROM group_sessions WHERE id = ? AND programme = ?)`, [id, programme])

/** What its form changes. */
export type GroupSessionFacts = Pick<GroupSessionRow, 'title' | 'startsAt' | 'minutes' | 'place'>

/** For a batch: it fails unless the session stands as one of these say. */
export const guardGroupSession = (id: string, known: readonly GroupSessionFacts[]): Query =>
  guard(
    sql`EXISTS (SELECT 1 FROM ${groupSessions} WHERE ${and(
      eq(groupSessions.id, id),
      or(
        ...known.map(({ title, startsAt, minutes, place }) =>
          and(
            eq(groupSessions.title, title),
            eq(groupSessions.startsAt, startsAt),
            eq(groupSessions.minutes, minutes),
            eq(groupSessions.place, place),
          ),
        ),
      ),
    )})`,
  )

export interface Attendee {
  readonly id: string
  readonly name: string
  readonly cohortName: string | null
  readonly came: boolean
}

export const ATTENDEES_PAGE = 200

/** Trainees of the session's programme by name, each with whether they came, and how many there are. @param cohort '' for all */
export function attendeesQuery(
  session: GroupSessionRow,
  cohort: string,
  language: Language,
  page: number,
): { rows: Reading<Attendee[]>; total: Reading<number> } {
  const here = and(
    eq(roles.programme, session.programme),
    eq(roles.role, 'trainee'),
    isNull(roles.archivedAt),
    isNull(people.disabledAt),
    cohort ? eq(roles.cohort, cohort) : undefined,
  )
  const rows = database()
    .select({
      id: people.id,
      name: people.name,
      cohortName: cohorts.name,
      came: attendances.person,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.person))
    .leftJoin(cohorts, eq(cohorts.id, roles.cohort))
    .leftJoin(
      attendances,
      and(eq(attendances.person, people.id), eq(attendances.groupSession, session.id)),
    )
    .where(here)
    .orderBy(byName('people.folded', language), asc(people.id))
    .limit(ATTENDEES_PAGE)
    .offset((page - 1) * ATTENDEES_PAGE)
  const total = database()
    .select({ n: count() })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.person))
    .where(here)
  return {
    rows: reading(rows, (found) => found.map((row) => ({ ...row, came: row.came !== null }))),
    total: reading(total, ([row]) => row?.n ?? 0),
  }
}

export const insertAttendance = (row: typeof attendances.$inferInsert): Query =>
  database().insert(attendances).values(row).onConflictDoNothing()

export const deleteAttendance = (groupSession: string, person: string): Query =>
  database()
    .delete(attendances)
    .where(and(eq(attendances.groupSession, groupSession), eq(attendances.person, person)))

const ofProgramme = (programme: string, when: SQL | undefined) =>
  database()
    .select()
    .from(groupSessions)
    .where(and(eq(groupSessions.programme, programme), when))

/** The next ones, soonest first; a cancelled one too, so that nobody comes for nothing. @param from milliseconds since 1970 */
export const comingSessionsQuery = (
  programme: string,
  from: number,
  limit = 4,
): Reading<GroupSessionRow[]> =>
  reading(
    ofProgramme(programme, gte(groupSessions.startsAt, from))
      .orderBy(asc(groupSessions.startsAt))
      .limit(limit),
  )

/** What a person attended in a programme, newest first. */
export const attendedSessionsQuery = (
  person: string,
  programme: string,
  before: number,
): Reading<GroupSessionRow[]> =>
  reading(
    database()
      .select({ session: groupSessions })
      .from(attendances)
      .innerJoin(groupSessions, eq(groupSessions.id, attendances.groupSession))
      .where(
        and(
          eq(attendances.person, person),
          eq(groupSessions.programme, programme),
          isNull(groupSessions.cancelledAt),
          lt(groupSessions.startsAt, before),
        ),
      )
      .orderBy(desc(groupSessions.startsAt))
      .limit(100),
    (rows) => rows.map(({ session }) => session),
  )
