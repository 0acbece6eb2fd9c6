/** How often a key was tried: one row a key, shared by every server on this database. */
import { eq, lte } from 'drizzle-orm'
import { database, write } from './client.ts'
import { attempts } from './schema.ts'

/**
 * Counts a try before it is made, so that parallel tries cannot slip through.
 * @returns how often the key was tried in this window, this try included, and when the window ends
 */
export async function reserveAttempt(
  key: string,
  windowMs: number,
  now: number,
): Promise<{ count: number; windowEndsAt: number }> {
  const [result] = await write([
    {
      sql: `INSERT INTO attempts (key, count, window_ends_at) VALUES (?, 1, ?)
            ON CONFLICT (key) DO UPDATE SET
              count = CASE WHEN window_ends_at <= ? THEN 1 ELSE count + 1 END,
              window_ends_at = CASE WHEN window_ends_at <= ? THEN excluded.window_ends_at ELSE window_ends_at END
            RETURNING count, window_ends_at`,
      args: [key, now + windowMs, now, now],
    },
  ])
  const row = result?.rows[0]
  return {
    count: Number(row?.['count'] ?? 1),
    windowEndsAt: Number(row?.['window_ends_at'] ?? now),
  }
}

export async function clearAttempts(key: string): Promise<void> {
  await write([database().delete(attempts).where(eq(attempts.key, key))])
}

export async function deleteAttemptsEndedBy(now: number): Promise<void> {
  await write([database().delete(attempts).where(lte(attempts.windowEndsAt, now))])
}
