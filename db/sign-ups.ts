/** Who signed up for a group session. The order says who has a place (`inLine`, domain/people/group-session.ts). */
import { and, asc, eq, gte, isNull, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { MARKS, SESSION_KINDS } from '#domain/people/group-session.ts'
import { database, guard, once, reading, rows, type Query, type Reading } from './client.ts'
import { groupSessions, groupSignUps } from './schema.ts'

type SessionRow = typeof groupSessions.$inferSelect

/**
 * A sign-up counts while its person is in the programme and has an account.
 * @param s the sign-up, and @param g its session, as they are called in the statement
 */
const counts = (s: string, g: string): string =>
  `${s}.ended_at IS NULL AND EXISTS (SELECT 1 FROM roles sr JOIN people sp ON sp.id = sr.person AND sp.disabled_at IS NULL
    WHERE sr.person = ${s}.person AND sr.role = 'trainee' AND sr.programme = ${g}.programme AND sr.archived_at IS NULL)`

/** How many sign-ups of a session count. @param g the session, as it is called in the statement */
export const signedUpOf = (g: string): SQL => sql.raw(signedUpIn(g))
const signedUpIn = (g: string, more = ''): string =>
  `(SELECT count(*) FROM group_sign_ups sc WHERE sc.group_session = ${g}.id AND ${counts('sc', g)}${more})`
/** How many signed up sooner than a row of the statement, where both tables stand in it under their own names. */
export const aheadOfSignUp: SQL = sql.raw(
  signedUpIn('group_sessions', ' AND sc.turn < group_sign_ups.turn'),
)

export interface MySession extends SessionRow {
  readonly told: (typeof groupSignUps.$inferSelect)['told']
  readonly toldAt: number
  readonly endedAt: number | null
  /** How many signed up sooner; 0 where places are not counted. */
  readonly ahead: number
}

const MOST_MINE = 200

/** What somebody signed up for, soonest first; what a coordinator took them out of until they have seen it. @param from milliseconds since 1970 */
export const mySessionsQuery = once(
  (person: string, programme: string, from: number): Reading<MySession[]> =>
    reading(
      database()
        .select({
          session: groupSessions,
          told: groupSignUps.told,
          toldAt: groupSignUps.toldAt,
          endedAt: groupSignUps.endedAt,
          ahead: sql<number>`CASE WHEN ${groupSessions.places} IS NULL THEN 0 ELSE ${aheadOfSignUp} END`,
        })
        .from(groupSignUps)
        .innerJoin(groupSessions, eq(groupSessions.id, groupSignUps.groupSession))
        .where(
          and(
            eq(groupSignUps.person, person),
            eq(groupSessions.programme, programme),
            gte(groupSessions.startsAt, from),
          ),
        )
        .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))
        .limit(MOST_MINE),
      (found) => found.map(({ session, ...mine }) => ({ ...session, ...mine })),
    ),
)

export interface InTheLine {
  readonly session: string
  readonly id: string
  readonly name: string
}

/** Who signed up for these sessions, each in order. */
export const linesQuery = (sessions: readonly string[]): Reading<InTheLine[]> =>
  rows(
    sql`SELECT s.group_session AS session, p.id, p.name
      FROM group_sign_ups s JOIN group_sessions g ON g.id = s.group_session JOIN people p ON p.id = s.person
      WHERE s.group_session IN (SELECT value FROM json_each(${JSON.stringify(sessions)})) AND ${sql.raw(counts('s', 'g'))}
      ORDER BY g.starts_at, g.id, s.turn`,
    { session: z.string(), id: z.string(), name: z.string() },
  )

/**
 * For a batch. Whoever signs up themselves is told at once what they have; who is signed up already stays where they are.
 * @param by who signs them up
 */
export const insertSignUp = (
  groupSession: string,
  person: string,
  by: string,
  now: number,
): Query => ({
  sql: `INSERT INTO group_sign_ups (group_session, person, turn, signed_up_by, signed_up_at, told, told_at)
    SELECT g.id, ?1, (SELECT coalesce(max(turn), 0) + 1 FROM group_sign_ups WHERE group_session = g.id), ?2, ?3,
      CASE WHEN ?2 <> ?1 THEN 'nothing' WHEN g.places IS NULL OR ${signedUpIn('g')} < g.places THEN 'place' ELSE 'waiting' END, ?3
    FROM group_sessions g WHERE g.id = ?4
    ON CONFLICT (group_session, person) DO UPDATE SET turn = excluded.turn, signed_up_by = excluded.signed_up_by,
      signed_up_at = excluded.signed_up_at, told = excluded.told, told_at = excluded.told_at, ended_at = NULL
    WHERE group_sign_ups.ended_at IS NOT NULL`,
  args: [person, by, now, groupSession],
})

/** For a batch: it fails unless the session stands and has not begun. */
export const guardNotBegun = (groupSession: string, programme: string, now: number): Query =>
  guard(
    `EXISTS (SELECT 1 FROM group_sessions WHERE id = ? AND programme = ? AND cancelled_at IS NULL AND starts_at > ?)`,
    [groupSession, programme, now],
  )

/** For a batch: it fails unless somebody is in the programme. @param asked false where it must be for their cohort, too */
export const guardMayCome = (groupSession: string, person: string, asked: boolean): Query =>
  guard(
    `EXISTS (SELECT 1 FROM group_sessions g JOIN roles r ON r.programme = g.programme AND r.role = 'trainee'
      AND r.archived_at IS NULL JOIN people p ON p.id = r.person AND p.disabled_at IS NULL
      WHERE g.id = ? AND r.person = ? AND (? OR g.cohort IS NULL OR g.cohort = r.cohort))`,
    [groupSession, person, asked],
  )

/** For a batch: it fails when nobody else has room; who is signed up already has their place in the order. */
export const guardFreePlace = (groupSession: string, person: string): Query =>
  guard(
    `EXISTS (SELECT 1 FROM group_sessions g WHERE g.id = ? AND (g.places IS NULL OR ${signedUpIn('g')} < g.places
      OR EXISTS (SELECT 1 FROM group_sign_ups m WHERE m.group_session = g.id AND m.person = ? AND m.ended_at IS NULL)))`,
    [groupSession, person],
  )

/** For a batch: it fails when more have signed up than there are to be places. */
export const guardAllFit = (groupSession: string, places: number): Query =>
  guard(`(SELECT ${signedUpIn('g')} FROM group_sessions g WHERE g.id = ?) <= ?`, [
    groupSession,
    places,
  ])

export const deleteSignUp = (groupSession: string, person: string): Query =>
  database()
    .delete(groupSignUps)
    .where(and(eq(groupSignUps.groupSession, groupSession), eq(groupSignUps.person, person)))

/** A coordinator took them out; the row stays until they have seen it. */
export const updateSignUpEnded = (groupSession: string, person: string, endedAt: number): Query =>
  database()
    .update(groupSignUps)
    .set({ endedAt })
    .where(
      and(
        eq(groupSignUps.groupSession, groupSession),
        eq(groupSignUps.person, person),
        isNull(groupSignUps.endedAt),
      ),
    )

/** They have seen what their page showed at that moment; what changed later is still to be told. */
export const signUpSeen = (
  groupSession: string,
  person: string,
  { told, at }: { readonly told: 'place' | 'waiting'; readonly at: number },
): Query[] => [
  {
    sql: `DELETE FROM group_sign_ups WHERE group_session = ? AND person = ? AND ended_at <= ?`,
    args: [groupSession, person, at],
  },
  {
    sql: `UPDATE group_sign_ups SET told = ?, told_at = ? WHERE group_session = ? AND person = ? AND ended_at IS NULL AND told_at <= ?`,
    args: [told, at, groupSession, person, at],
  },
]

const MOST_IN_RECORD = 10_000

const IN_RECORD = {
  id: z.string(),
  title: z.string(),
  kind: z.enum(SESSION_KINDS),
  startsAt: z.number(),
  cancelledAt: z.number().nullable(),
  signedUpAt: z.number().nullable(),
  mark: z.enum(MARKS),
}

/** Of a copy of a record: each session that somebody signed up for or was marked at, oldest first. */
export const sessionsInRecordQuery = (
  person: string,
  programme: string,
): Reading<Readonly<z.infer<z.ZodObject<typeof IN_RECORD>>>[]> =>
  rows(
    sql`SELECT g.id, g.title, g.kind, g.starts_at AS startsAt, g.cancelled_at AS cancelledAt, s.signed_up_at AS signedUpAt,
        CASE WHEN a.person IS NOT NULL THEN 'came' WHEN b.person IS NOT NULL THEN 'absent' ELSE 'none' END AS mark
      FROM group_sessions g
      LEFT JOIN group_sign_ups s ON s.group_session = g.id AND s.person = ${person} AND s.ended_at IS NULL
      LEFT JOIN attendances a ON a.group_session = g.id AND a.person = ${person}
      LEFT JOIN group_absences b ON b.group_session = g.id AND b.person = ${person}
      WHERE g.programme = ${programme} AND coalesce(s.person, a.person, b.person) IS NOT NULL
      ORDER BY g.starts_at, g.id LIMIT ${MOST_IN_RECORD}`,
    IN_RECORD,
  )
