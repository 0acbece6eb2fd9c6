import { eq } from 'drizzle-orm'
import { database, reading, type Query, type Reading } from './client.ts'
import { openedSessions } from './schema.ts'

export const insertOpenedSession = (row: typeof openedSessions.$inferInsert): Query =>
  database().insert(openedSessions).values(row).onConflictDoNothing()

/** Item ids of the practice sessions that a coordinator opened for this person. */
export const openedSessionsQuery = (person: string): Reading<string[]> =>
  reading(
    database()
      .select({ session: openedSessions.session })
      .from(openedSessions)
      .where(eq(openedSessions.person, person)),
    (rows) => rows.map((row) => row.session),
  )
