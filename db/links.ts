import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { links } from './schema.ts'

export type LinkRow = typeof links.$inferSelect

export const insertLink = (row: typeof links.$inferInsert): Query =>
  database().insert(links).values(row)

export async function findLink(id: string): Promise<LinkRow | null> {
  const [row] = await database().select().from(links).where(eq(links.id, id))
  return row ?? null
}

export const markLinkUsed = (id: string, usedAt: number, usedBy: string): Query =>
  database().update(links).set({ usedAt, usedBy }).where(eq(links.id, id))

export const withdrawLink = (id: string, withdrawnAt: number): Query =>
  database()
    .update(links)
    .set({ withdrawnAt })
    .where(and(eq(links.id, id), isNull(links.usedAt)))

/** Set-up links that nobody used; a new one replaces them. */
export const withdrawSetupLinks = (withdrawnAt: number): Query =>
  database()
    .update(links)
    .set({ withdrawnAt })
    .where(and(eq(links.kind, 'setup'), isNull(links.usedAt), isNull(links.withdrawnAt)))

/** Invitations that wait for an answer, newest first. */
export const listInvitations = (programmes: readonly string[], now: number): Promise<LinkRow[]> =>
  database()
    .select()
    .from(links)
    .where(
      and(
        eq(links.kind, 'invitation'),
        inArray(links.programme, [...programmes]),
        isNull(links.usedAt),
        isNull(links.withdrawnAt),
        gt(links.expiresAt, now),
      ),
    )
    .orderBy(desc(links.createdAt))
    .limit(100)

/** For a batch: it fails when somebody used or withdrew the link meanwhile. */
export const linkIsUnused = {
  sql: 'EXISTS (SELECT 1 FROM links WHERE id = ? AND used_at IS NULL AND withdrawn_at IS NULL)',
}
