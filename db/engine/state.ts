/** What can be said of a database file that nobody has open: read alone, and nothing is taken for granted of its schema. */
import { createClient } from '@libsql/client'
import { countRows, type Counts } from './back-up.ts'
import { lastVersion } from './mark-version.ts'

export interface DatabaseState {
  readonly version: string | null
  /** How many were applied. */
  readonly migrations: number
  /** By table, those of this engine aside. */
  readonly rows: Counts
}

export async function stateOf(file: string): Promise<DatabaseState> {
  const client = createClient({ url: `file:${encodeURI(file)}`, concurrency: 1 })
  try {
    const all = await countRows(client)
    const rows = Object.entries(all).filter(([name]) => !/^(alongside_|__drizzle|find_)/.test(name))
    return {
      version: await lastVersion(client),
      migrations: all['__drizzle_migrations'] ?? 0,
      rows: Object.fromEntries(rows),
    }
  } finally {
    client.close()
  }
}
