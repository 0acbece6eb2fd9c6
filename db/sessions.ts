/** Signed-in browsers, as lucia's adapter wants them; every change goes through `write`. */
import { eq, lte, sql } from 'drizzle-orm'
import { database, write } from './client.ts'
import { people, roles, sessions } from './schema.ts'

export type SessionRow = typeof sessions.$inferSelect

export interface FoundSession extends SessionRow {
  /** When the newest role beyond that of a trainee was given to the person; null for none. */
  readonly staffSince: number | null
}

/** Null for an unknown session or a disabled account. */
export async function findSession(id: string): Promise<FoundSession | null> {
  const [row] = await database()
    .select({
      session: sessions,
      disabledAt: people.disabledAt,
      staffSince: sql<number | null>`(SELECT max(${roles.createdAt}) FROM ${roles}
        WHERE ${roles.person} = ${people.id} AND ${roles.role} <> 'trainee' AND ${roles.archivedAt} IS NULL)`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person))
    .where(eq(sessions.id, id))
  return row && row.disabledAt === null ? { ...row.session, staffSince: row.staffSince } : null
}

export const listSessions = (person: string): Promise<SessionRow[]> =>
  database().select().from(sessions).where(eq(sessions.person, person))

export async function insertSession(row: typeof sessions.$inferInsert): Promise<void> {
  await write([database().insert(sessions).values(row)])
}

export async function moveSessionEnd(id: string, expiresAt: number): Promise<void> {
  await write([database().update(sessions).set({ expiresAt }).where(eq(sessions.id, id))])
}

/** @returns false where the session had ended meanwhile */
export async function replaceSession(
  id: string,
  by: { readonly id: string; readonly authenticatedAt: number },
): Promise<boolean> {
  const [result] = await write([database().update(sessions).set(by).where(eq(sessions.id, id))])
  return (result?.rowsAffected ?? 0) > 0
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
