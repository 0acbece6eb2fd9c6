/** Notes the newest time of a database the first time that a version of Alongside opens it which knows of it. */
import type { Client } from '@libsql/client'

/** The id of its audit row. */
export const CLOCK_MARK = 'clock-mark'

/** Columns that the server's own clock writes. What a device says, and what is planned, is no evidence. */
const WRITTEN = [
  ['audit', 'at'],
  ['people', 'created_at'],
  ['roles', 'created_at'],
  ['sessions', 'created_at'],
  ['links', 'created_at'],
  ['records', 'received_at'],
  ['applications', 'sent_at'],
  ['outbox', 'created_at'],
] as const

/** The newest times of everything that the server's own clock wrote, as a table in SQL. */
export const NEWEST = WRITTEN.map(
  ([table, column]) => `SELECT max(${column}) AS at FROM ${table}`,
).join(' UNION ALL ')

/** @param now for a database in which nothing is written yet */
export async function markClock(client: Client, now: number): Promise<void> {
  const { rows } = await client.execute({
    sql: 'SELECT 1 FROM audit WHERE id = ?',
    args: [CLOCK_MARK],
  })
  if (rows.length > 0) return
  await client.execute({
    sql: `INSERT OR IGNORE INTO audit (id, at, actor, act, subject, programme)
      SELECT ?, coalesce(max(at), ?), '', 'clock-mark', '', '' FROM (${NEWEST})`,
    args: [CLOCK_MARK, now],
  })
}
