/** A copy of the database that was opened, checked and counted before it gets its name. */
import { createClient, type Client } from '@libsql/client'
import { mkdirSync, openSync, closeSync, fsyncSync, renameSync, rmSync, chmodSync } from 'node:fs'
import path from 'node:path'

/**
 * Copies the whole database into `file` (mode 0600, replaced when it exists). Blocks the event loop
 * for as long as SQLite copies; run it where no write can come between.
 * @throws Error when the copy is damaged or lacks rows; then nothing is left behind
 */
export async function backUpTo(client: Client, file: string): Promise<void> {
  const part = `${path.resolve(file)}.part`
  mkdirSync(path.dirname(part), { recursive: true, mode: 0o700 })
  rmSync(part, { force: true })
  try {
    const expected = await countRows(client)
    await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
    chmodSync(part, 0o600)
    await checkCopy(part, expected)
    flush(part)
    renameSync(part, path.resolve(file))
    flush(path.dirname(part))
  } finally {
    rmSync(part, { force: true })
  }
}

type Counts = Readonly<Record<string, number>>

/** Rows of every table, by table name. */
export async function countRows(client: Client): Promise<Counts> {
  const tables = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name",
  )
  const counts: Record<string, number> = {}
  for (const row of tables.rows) {
    const name = String(row['name'])
    const result = await client.execute(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`)
    counts[name] = Number(result.rows[0]?.['n'])
  }
  return counts
}

async function checkCopy(file: string, expected: Counts): Promise<void> {
  const copy = createClient({ url: `file:${encodeURI(file)}`, concurrency: 1 })
  try {
    const integrity = await copy.execute('PRAGMA integrity_check(1)')
    if (integrity.rows[0]?.[0] !== 'ok') throw new Error('The backup is damaged.')
    const broken = await copy.execute('PRAGMA foreign_key_check')
    if (broken.rows.length > 0)
      throw new Error('Some rows in the backup point to rows that do not exist.')
    const counts = await countRows(copy)
    for (const [table, rows] of Object.entries(expected))
      if (counts[table] !== rows)
        throw new Error(`The backup has ${counts[table] ?? 0} of ${rows} rows of ${table}.`)
  } finally {
    copy.close()
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
