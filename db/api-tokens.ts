/** Tokens of other systems; only the hash of a token is here. */
import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { database, reading, type Query, type Reading } from './client.ts'
import { apiTokens } from './schema.ts'

export type ApiTokenRow = typeof apiTokens.$inferSelect

/** Newest first; the newest this many. */
export const listApiTokens = (limit = 200): Promise<ApiTokenRow[]> =>
  database()
    .select()
    .from(apiTokens)
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(limit)

/** Names of the systems that may read the register now, each once. */
export const systemsQuery = (programmes: readonly string[], now: number): Reading<string[]> =>
  reading(
    database()
      .selectDistinct({ name: apiTokens.name })
      .from(apiTokens)
      .where(
        and(
          inArray(apiTokens.programme, [...programmes]),
          sql`instr(${apiTokens.scopes}, 'mentors:read') > 0`,
          isNull(apiTokens.revokedAt),
          gt(apiTokens.expiresAt, now),
        ),
      )
      .orderBy(apiTokens.name),
    (rows) => rows.map(({ name }) => name),
  )

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
