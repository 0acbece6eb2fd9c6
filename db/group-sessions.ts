import { and, asc, count, desc, eq, gte, inArray, isNull, lt, type SQL } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import { database, type Query } from './client.ts'
import { byName } from './names.ts'
import { attendances, cohorts, groupSessions, people, roles } from './schema.ts'

export type GroupSessionRow = typeof groupSessions.$inferSelect

export const SESSIONS_PAGE = 50

/** Newest first, with how many came. */
export async function listGroupSessions(
  programme: string,
  page: number,
): Promise<{ rows: (GroupSessionRow & { came: number })[]; total: number }> {
  const [rows, [total]] = await Promise.all([
    database()
      .select({ session: groupSessions, came: count(attendances.person) })
      .from(groupSessions)
      .leftJoin(attendances, eq(attendances.groupSession, groupSessions.id))
      .where(eq(groupSessions.programme, programme))
      .groupBy(groupSessions.id)
      .orderBy(desc(groupSessions.startsAt), desc(groupSessions.id))
      .limit(SESSIONS_PAGE)
      .offset((page - 1) * SESSIONS_PAGE),
    database()
      .select({ n: count() })
      .from(groupSessions)
      .where(eq(groupSessions.programme, programme)),
  ])
  return { rows: rows.map(({ session, came }) => ({ ...session, came })), total: total?.n ?? 0 }
}

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
  set: Partial<Pick<GroupSessionRow, 'title' | 'startsAt' | 'place' | 'cancelledAt'>>,
): Query => database().update(groupSessions).set(set).where(eq(groupSessions.id, id))

export interface Attendee {
  readonly id: string
  readonly name: string
  readonly cohortName: string | null
  readonly came: boolean
}

export const ATTENDEES_PAGE = 200

/** Trainees of the session's programme by name, each with whether they came. @param cohort '' for all */
export async function listAttendees(
  session: GroupSessionRow,
  cohort: string,
  language: Language,
  page: number,
): Promise<{ rows: Attendee[]; total: number }> {
  const here = and(
    eq(roles.programme, session.programme),
    eq(roles.role, 'trainee'),
    isNull(roles.archivedAt),
    isNull(people.disabledAt),
    cohort ? eq(roles.cohort, cohort) : undefined,
  )
  const [rows, [total]] = await Promise.all([
    database()
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
      .offset((page - 1) * ATTENDEES_PAGE),
    database()
      .select({ n: count() })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.person))
      .where(here),
  ])
  return { rows: rows.map((row) => ({ ...row, came: row.came !== null })), total: total?.n ?? 0 }
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
export const comingSessions = (
  programme: string,
  from: number,
  limit = 4,
): Promise<GroupSessionRow[]> =>
  ofProgramme(programme, gte(groupSessions.startsAt, from))
    .orderBy(asc(groupSessions.startsAt))
    .limit(limit)

/** What a person attended in a programme, newest first. */
export const attendedSessions = (
  person: string,
  programme: string,
  before: number,
): Promise<{ session: GroupSessionRow }[]> =>
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
    .limit(100)
