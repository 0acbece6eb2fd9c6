/** A copy of the database that was opened, checked and counted before it gets its name. */
import { createClient, type Client } from '@libsql/client'
import { openSync, closeSync, fsyncSync, renameSync, rmSync, chmodSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from './make-folder.ts'

/**
 * Copies the whole database into `file` (mode 0600), before a migration: nothing is served yet, so it
 * may block the event loop, and no write can come between. Everything else copies by copy.ts.
 * @throws Error when the copy is damaged or lacks rows; then nothing is left behind
 */
export async function backUpTo(client: Client, file: string): Promise<void> {
  const part = `${path.resolve(file)}.part`
  makeFolder(path.dirname(part))
  rmSync(part, { force: true })
  try {
    const expected = await countRows(client)
    await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
    chmodSync(part, 0o600)
    const problem = await checkCopy(part, expected, expected)
    if (problem !== null) throw new Error(problem)
    flush(part)
    renameSync(part, path.resolve(file))
    flush(path.dirname(part))
  } finally {
    rmSync(part, { force: true })
  }
}

export type Counts = Readonly<Record<string, number>>

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

/**
 * @param before rows before the copy was made, @param after rows afterwards: the copy is of a moment between them
 * @returns what is wrong with the copy, or null
 */
export async function checkCopy(
  file: string,
  before: Counts,
  after: Counts,
): Promise<string | null> {
  const copy = createClient({ url: `file:${encodeURI(file)}`, concurrency: 1 })
  try {
    const integrity = await copy.execute('PRAGMA integrity_check(1)')
    if (integrity.rows[0]?.[0] !== 'ok') return 'The backup is damaged.'
    const broken = await copy.execute('PRAGMA foreign_key_check')
    if (broken.rows.length > 0) return 'Some rows in the backup point to rows that do not exist.'
    const counts = await countRows(copy)
    for (const [table, rows] of Object.entries(before)) {
      const [least, most] = [rows, after[table] ?? rows].sort((a, b) => a - b)
      const copied = counts[table] ?? -1
      if (copied < (least ?? 0) || copied > (most ?? 0))
        return `The backup has ${Math.max(copied, 0)} of ${rows} rows of ${table}.`
    }
    return null
  } finally {
    copy.close()
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
