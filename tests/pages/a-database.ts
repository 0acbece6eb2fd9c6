/** The database beside the running server, as another process sees it. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { Site } from './site.ts'

type Row = Readonly<Record<string, unknown>>

export interface Beside {
  rows(sql: string, ...args: SQLInputValue[]): Row[]
  change(sql: string, ...args: SQLInputValue[]): void
  /** By table, of all that is kept but what is written of each try: the same as long as nothing was done. */
  mark(): Readonly<Record<string, string>>
  close(): void
}

/** Who tried what is written down each time; lists and notices are made by themselves, and again when somebody looks. */
const OF_A_TRY =
  /^(sqlite_.*|alongside_.*|attempts|security_events|sessions|server_keys|desk_.*|register_.*|tasks|notice.*)$/
/** That somebody looked is written as well, and what the server does by itself. */
const BESIDES = /^(seen:(?!.*export)|retention|clock-mark)/

export function beside({ server }: Pick<Site, 'server'>): Beside {
  const file = path.join(server.dataDir, 'alongside.db')
  const database = new DatabaseSync(file, { timeout: 5000 })
  const rows: Beside['rows'] = (sql, ...args) => database.prepare(sql).all(...args)
  const markOf = (table: string): string => {
    const hash = createHash('sha256')
    for (const row of rows(`SELECT * FROM "${table}"`))
      if (table !== 'audit' || !BESIDES.test(String(row['act']))) hash.update(JSON.stringify(row))
    return hash.digest('hex').slice(0, 8)
  }
  return {
    rows,
    change: (sql, ...args) => void database.prepare(sql).run(...args),
    mark: () => {
      const names = rows("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) =>
        String(name),
      )
      return Object.fromEntries(
        names.filter((name) => !OF_A_TRY.test(name)).map((name) => [name, markOf(name)]),
      )
    },
    close: () => database.close(),
  }
}
