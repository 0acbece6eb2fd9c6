import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { database, guard, once, reading, type Query, type Reading } from './client.ts'
import { cohorts, attendances, groupSessions, groupSignUps } from './schema.ts'
import { signedUpOf } from './sign-ups.ts'

export type GroupSessionRow = typeof groupSessions.$inferSelect

export const SESSIONS_PAGE = 50

export interface PlannedSession extends GroupSessionRow {
  readonly came: number
  readonly signedUp: number
  /** Null where it is for everybody. */
  readonly cohortName: string | null
}

/** Those to come, soonest first, or those that were, newest first; and how many there are. @param from milliseconds since 1970 */
export const groupSessionsQuery = (
  programme: string,
  { past, from, page }: { readonly past: boolean; readonly from: number; readonly page: number },
): { rows: Reading<PlannedSession[]>; total: Reading<number> } => {
  const here = and(
    eq(groupSessions.programme, programme),
    past ? lt(groupSessions.startsAt, from) : gte(groupSessions.startsAt, from),
  )
  const order = past ? desc : asc
  return {
    rows: reading(
      database()
        .select({
          session: groupSessions,
          cohortName: cohorts.name,
          came: sql<number>`(SELECT count(*) FROM ${attendances} WHERE ${attendances.groupSession} = ${groupSessions.id})`,
          signedUp: sql<number>`${signedUpOf('group_sessions')}`,
        })
        .from(groupSessions)
        .leftJoin(cohorts, eq(cohorts.id, groupSessions.cohort))
        .where(here)
        .orderBy(order(groupSessions.startsAt), order(groupSessions.id))
        .limit(SESSIONS_PAGE)
        .offset((page - 1) * SESSIONS_PAGE),
      (found) => found.map(({ session, ...more }) => ({ ...session, ...more })),
    ),
    total: reading(
      database().select({ n: count() }).from(groupSessions).where(here),
      ([row]) => row?.n ?? 0,
    ),
  }
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

/** A series is planned with at most MOST_REPEATED, so all of it is read. */
const MOST_FOLLOWING = 100

const following = ({ id, series, startsAt }: Pick<GroupSessionRow, 'id' | 'series' | 'startsAt'>) =>
  database()
    .select()
    .from(groupSessions)
    .where(
      and(
        eq(groupSessions.series, series ?? ''),
        or(
          gt(groupSessions.startsAt, startsAt),
          and(eq(groupSessions.startsAt, startsAt), gt(groupSessions.id, id)),
        ),
      ),
    )
    .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))
    .limit(MOST_FOLLOWING)

/** The later ones of the same series, soonest first. */
export const followingSessions = (session: GroupSessionRow): Promise<GroupSessionRow[]> =>
  session.series === null ? Promise.resolve([]) : following(session)

/** The same for a page that reads more. */
export const followingQuery = (session: GroupSessionRow): Reading<GroupSessionRow[]> =>
  reading(following(session))

export const insertGroupSession = (row: typeof groupSessions.$inferInsert): Query =>
  database().insert(groupSessions).values(row)

export const updateGroupSession = (
  id: string,
  set: Partial<GroupSessionFacts & Pick<GroupSessionRow, 'cancelledAt' | 'changedAt'>>,
): Query => database().update(groupSessions).set(set).where(eq(groupSessions.id, id))

/** For a batch: it fails unless the session is one of the programme, and cancelled or not as is said. */
export const guardSessionStands = (id: string, programme: string, isCancelled: boolean): Query =>
  guard(
    `EXISTS (SELECT 1 FROM group_sessions WHERE id = ? AND programme = ? AND (cancelled_at IS NOT NULL) = ?)`,
    [id, programme, isCancelled],
  )

/** What its form changes. */
export type GroupSessionFacts = Pick<
  GroupSessionRow,
  'title' | 'startsAt' | 'minutes' | 'place' | 'kind' | 'cohort' | 'places'
>

/** For a batch: it fails unless the session stands as one of these say. */
export const guardGroupSession = (id: string, known: readonly GroupSessionFacts[]): Query =>
  guard(
    sql`EXISTS (SELECT 1 FROM ${groupSessions} WHERE ${and(
      eq(groupSessions.id, id),
      or(
        ...known.map(({ title, startsAt, minutes, place, kind, cohort, places }) =>
          and(
            eq(groupSessions.title, title),
            eq(groupSessions.startsAt, startsAt),
            eq(groupSessions.minutes, minutes),
            eq(groupSessions.place, place),
            eq(groupSessions.kind, kind),
            sql`${groupSessions.cohort} IS ${cohort}`,
            sql`${groupSessions.places} IS ${places}`,
          ),
        ),
      ),
    )})`,
  )

/** In whose cohort somebody is, as SQL. */
const cohortOf = (person: string, programme: string): SQL =>
  sql`(SELECT r.cohort FROM roles r WHERE r.person = ${person} AND r.role = 'trainee' AND r.programme = ${programme})`

const isFor = (person: string, programme: string): SQL | undefined =>
  or(isNull(groupSessions.cohort), eq(groupSessions.cohort, cohortOf(person, programme)))

const signsUp = (person: string): SQL =>
  sql`EXISTS (SELECT 1 FROM ${groupSignUps} WHERE ${groupSignUps.groupSession} = ${groupSessions.id}
    AND ${groupSignUps.person} = ${person} AND ${groupSignUps.endedAt} IS NULL)`

export interface OpenSession extends GroupSessionRow {
  /** 0 where places are not counted. */
  readonly signedUp: number
}

/** From where a list goes on. */
export interface AfterSession {
  readonly startsAt: number
  readonly id: string
}

/**
 * The next ones that somebody may come to and has not signed up for, soonest first; a cancelled one too, so that nobody
 * comes for nothing.
 * @param after where the list goes on; with '' as id from that moment on
 */
export const openSessionsQuery = (
  person: string,
  programme: string,
  { startsAt, id }: AfterSession,
  limit: number,
): Reading<OpenSession[]> => openSessionsFrom(person, programme, startsAt, id, limit)

const openSessionsFrom = once(
  (person: string, programme: string, startsAt: number, id: string, limit: number) =>
    reading(
      database()
        .select({
          session: groupSessions,
          signedUp: sql<number>`CASE WHEN ${groupSessions.places} IS NULL THEN 0 ELSE ${signedUpOf('group_sessions')} END`,
        })
        .from(groupSessions)
        .where(
          and(
            eq(groupSessions.programme, programme),
            gte(groupSessions.startsAt, startsAt),
            or(gt(groupSessions.startsAt, startsAt), gt(groupSessions.id, id)),
            isFor(person, programme),
            sql`NOT ${signsUp(person)}`,
          ),
        )
        .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))
        .limit(limit),
      (found) => found.map(({ session, signedUp }): OpenSession => ({ ...session, signedUp })),
    ),
)

/** Whether a trainee of its programme may know of it: it is for them, or they signed up. */
export async function concernsTrainee(person: string, session: GroupSessionRow): Promise<boolean> {
  const [row] = await database()
    .select({ id: groupSessions.id })
    .from(groupSessions)
    .where(
      and(eq(groupSessions.id, session.id), or(isFor(person, session.programme), signsUp(person))),
    )
  return row !== undefined
}

/** What a person attended in a programme, newest first. */
export const attendedSessionsQuery = once(
  (person: string, programme: string, before: number): Reading<GroupSessionRow[]> =>
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
    ),
)
