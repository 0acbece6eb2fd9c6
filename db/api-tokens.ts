/** Tokens of other systems; only the hash of a token is here. */
import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { apiTokens } from './schema.ts'

export type ApiTokenRow = typeof apiTokens.$inferSelect

/** Newest first; the newest this many. */
export const listApiTokens = (limit = 200): Promise<ApiTokenRow[]> =>
  database()
    .select()
    .from(apiTokens)
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(limit)

/** @param id SHA-256 of the token */
export async function findApiToken(id: string): Promise<ApiTokenRow | null> {
  const [row] = await database().select().from(apiTokens).where(eq(apiTokens.id, id))
  return row ?? null
}

export const insertApiToken = (row: typeof apiTokens.$inferInsert): Query =>
  database().insert(apiTokens).values(row)

export const updateTokenRevoked = (id: string, revokedAt: number): Query =>
  database()
    .update(apiTokens)
    .set({ revokedAt })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))

/** To the day: not when, and not how often. @param day milliseconds since 1970 at its beginning (UTC) */
export const updateTokenUsed = (id: string, day: number): Query =>
  database()
    .update(apiTokens)
    .set({ lastUsedAt: day })
    .where(
      and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, day))),
    )
