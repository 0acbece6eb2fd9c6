/** Each version that opened a database stands in it, and so in every copy of it. */
import type { Client } from '@libsql/client'

/** No table of the schema: it is read before anybody knows which schema it is. @param version as `fullVersion` says it */
export async function markVersion(client: Client, version: string, now: number): Promise<void> {
  await client.execute(
    'CREATE TABLE IF NOT EXISTS alongside_version (version TEXT PRIMARY KEY, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL)',
  )
  await client.execute({
    sql: `INSERT INTO alongside_version VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET last_at = excluded.last_at`,
    args: [version, now, now],
  })
}

/** The one that opened it last; null where none said so. */
export async function lastVersion(client: Client): Promise<string | null> {
  const { rows } = await client.execute(
    "SELECT 1 FROM sqlite_schema WHERE name = 'alongside_version'",
  )
  if (rows.length === 0) return null
  const last = await client.execute(
    'SELECT version FROM alongside_version ORDER BY last_at DESC LIMIT 1',
  )
  return last.rows[0] ? String(last.rows[0]['version']) : null
}
