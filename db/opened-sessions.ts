import { eq, sql } from 'drizzle-orm'
import { database, filled, kept, reading, type Query, type Reading } from './client.ts'
import { openedSessions } from './schema.ts'

export const insertOpenedSession = (row: typeof openedSessions.$inferInsert): Query =>
  database().insert(openedSessions).values(row).onConflictDoNothing()

const openedTo = kept((from) =>
  reading(
    from
      .select({ session: openedSessions.session })
      .from(openedSessions)
      .where(eq(openedSessions.person, sql.placeholder('person'))),
    (rows) => rows.map((row) => row.session),
  ),
)

/** Item ids of the practice sessions that a coordinator opened for this person. */
export const openedSessionsQuery = (person: string): Reading<string[]> =>
  filled(openedTo(), { person })
