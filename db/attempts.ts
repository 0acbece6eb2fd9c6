/** How often a key was tried: one row a key, shared by every server on this database. */
import { and, gt, inArray, sql } from 'drizzle-orm'
import { database, write } from './client.ts'
import { attempts } from './schema.ts'

export interface Reserved {
  /** How often the key was tried in this window, this try included. */
  readonly count: number
  readonly windowEndsAt: number
}

/** Counts a try before it is made, so that parallel tries cannot slip through. */
export async function reserveAttempt(
  key: string,
  windowMs: number,
  now: number,
): Promise<Reserved> {
  const [reserved] = await reserveAttempts([key], windowMs, now)
  return reserved ?? { count: 1, windowEndsAt: now }
}

/** One try counted under several keys, in one batch. @returns in the order of the keys */
export async function reserveAttempts(
  keys: readonly string[],
  windowMs: number,
  now: number,
): Promise<Reserved[]> {
  const results = await write(
    keys.map((key) => ({
      sql: `INSERT INTO attempts (key, count, window_ends_at) VALUES (?, 1, ?)
            ON CONFLICT (key) DO UPDATE SET
              count = CASE WHEN window_ends_at <= ? THEN 1 ELSE count + 1 END,
              window_ends_at = CASE WHEN window_ends_at <= ? THEN excluded.window_ends_at ELSE window_ends_at END
            RETURNING count, window_ends_at`,
      args: [key, now + windowMs, now, now],
    })),
  )
  return results.map(({ rows: [row] }) => ({
    count: Number(row?.['count'] ?? 1),
    windowEndsAt: Number(row?.['window_ends_at'] ?? now),
  }))
}

/** Takes one try back under each key. */
export async function releaseAttempts(keys: readonly string[]): Promise<void> {
  await write([
    database()
      .update(attempts)
      .set({ count: sql`${attempts.count} - 1` })
      .where(and(inArray(attempts.key, [...keys]), gt(attempts.count, 0))),
  ])
}
