import { eq } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { openedSessions } from './schema.ts'

export const insertOpenedSession = (row: typeof openedSessions.$inferInsert): Query =>
  database().insert(openedSessions).values(row).onConflictDoNothing()

/** Item ids of the practice sessions that a coordinator opened for this person. */
export async function openedSessionsOf(person: string): Promise<string[]> {
  const rows = await database()
    .select({ session: openedSessions.session })
    .from(openedSessions)
    .where(eq(openedSessions.person, person))
  return rows.map((row) => row.session)
}
