/** Addresses at which calendars read somebody's own dates; only the hash of the secret is here. */
import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { database, reading, type Query, type Reading } from './client.ts'
import { audit, calendarFeeds, groupSessions, groupSignUps, people, roles } from './schema.ts'
import { aheadOfSignUp } from './sign-ups.ts'

export type CalendarFeedRow = typeof calendarFeeds.$inferSelect

/** Null for one that was ended, and for whoever has no account any more. @param id SHA-256 of the secret */
export async function findCalendarFeed(id: string): Promise<CalendarFeedRow | null> {
  const [row] = await database()
    .select({ feed: calendarFeeds })
    .from(calendarFeeds)
    .innerJoin(people, and(eq(people.id, calendarFeeds.person), isNull(people.disabledAt)))
    .where(eq(calendarFeeds.id, id))
  return row?.feed ?? null
}

export const calendarFeedQuery = (person: string): Reading<CalendarFeedRow | null> =>
  reading(
    database().select().from(calendarFeeds).where(eq(calendarFeeds.person, person)),
    ([row]) => row ?? null,
  )

export const insertCalendarFeed = (row: typeof calendarFeeds.$inferInsert): Query =>
  database().insert(calendarFeeds).values(row)

export const deleteCalendarFeed = (person: string): Query =>
  database().delete(calendarFeeds).where(eq(calendarFeeds.person, person))

/** To the day: not when, and not how often. @param day milliseconds since 1970 at its beginning (UTC) */
export const updateCalendarFeedUsed = (id: string, day: number): Query =>
  database().update(calendarFeeds).set({ lastUsedAt: day }).where(eq(calendarFeeds.id, id))

const MOST_DATES = 500

export interface SessionInFeed {
  readonly session: typeof groupSessions.$inferSelect
  /** How many signed up sooner; null where they did not sign up themselves. */
  readonly ahead: number | null
  /** How often it was changed. */
  readonly changes: number
}

/**
 * Sessions that somebody signed up for, and those of programmes that they coordinate; only where they still are.
 * @param from milliseconds since 1970 @param acts that change a session
 */
export const sessionsInFeedQuery = (
  person: string,
  coordinates: readonly string[],
  from: number,
  acts: readonly string[],
): Reading<SessionInFeed[]> =>
  reading(
    database()
      .select({
        session: groupSessions,
        ahead: sql<
          number | null
        >`CASE WHEN ${groupSignUps.person} IS NULL THEN NULL ELSE ${aheadOfSignUp} END`,
        changes: sql<number>`(SELECT count(*) FROM ${audit} WHERE ${audit.subject} = ${groupSessions.id} AND ${inArray(audit.act, [...acts])})`,
      })
      .from(groupSessions)
      .leftJoin(
        groupSignUps,
        and(
          eq(groupSignUps.groupSession, groupSessions.id),
          eq(groupSignUps.person, person),
          isNull(groupSignUps.endedAt),
          sql`EXISTS (SELECT 1 FROM ${roles} WHERE ${roles.person} = ${person} AND ${roles.role} = 'trainee'
            AND ${roles.programme} = ${groupSessions.programme} AND ${roles.archivedAt} IS NULL)`,
        ),
      )
      .where(
        and(
          or(
            coordinates.length ? inArray(groupSessions.programme, [...coordinates]) : undefined,
            sql`${groupSessions.id} IN (SELECT s.group_session FROM group_sign_ups s WHERE s.person = ${person})`,
          ),
          or(
            coordinates.length ? inArray(groupSessions.programme, [...coordinates]) : undefined,
            sql`${groupSignUps.person} IS NOT NULL`,
          ),
          gte(groupSessions.startsAt, from),
        ),
      )
      .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))
      .limit(MOST_DATES),
  )
