/** Signed-in browsers, as lucia's adapter wants them; every change goes through `write`. */
import { eq, lte } from 'drizzle-orm'
import { database, write } from './client.ts'
import { people, sessions } from './schema.ts'

export type SessionRow = typeof sessions.$inferSelect

/** Null for an unknown session or a disabled account. */
export async function findSession(id: string): Promise<SessionRow | null> {
  const [row] = await database()
    .select({ session: sessions, disabledAt: people.disabledAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person))
    .where(eq(sessions.id, id))
  return row && row.disabledAt === null ? row.session : null
}

export const listSessions = (person: string): Promise<SessionRow[]> =>
  database().select().from(sessions).where(eq(sessions.person, person))

export async function insertSession(row: typeof sessions.$inferInsert): Promise<void> {
  await write([database().insert(sessions).values(row)])
}

export async function moveSessionEnd(id: string, expiresAt: number): Promise<void> {
  await write([database().update(sessions).set({ expiresAt }).where(eq(sessions.id, id))])
}

export async function markAuthenticated(id: string, authenticatedAt: number): Promise<void> {
  await write([database().update(sessions).set({ authenticatedAt }).where(eq(sessions.id, id))])
}

export async function deleteSession(id: string): Promise<void> {
  await write([database().delete(sessions).where(eq(sessions.id, id))])
}

export async function deleteSessionsOf(person: string): Promise<void> {
  await write([database().delete(sessions).where(eq(sessions.person, person))])
}

export async function deleteSessionsEndedBy(now: number): Promise<void> {
  await write([database().delete(sessions).where(lte(sessions.endsAt, now))])
}
