/** A look at a whole database that changes nothing. */
import type { Client } from '@libsql/client'
import { fork } from 'node:child_process'
import path from 'node:path'
import { codeFolder } from '#builds.mjs'
import { countRows, type Counts } from './back-up.ts'
import { isDamage } from './health.ts'
import { pendingAfter, type Pending } from './migrate.ts'

export interface Inspected {
  /** SQLite's words for what is wrong with the file; null where it is whole. */
  readonly damage: string | null
  /** Rows that point to rows that do not exist. */
  readonly dangling: number
  readonly counts: Counts
  readonly migrations: Pending
}

const NOTHING: Omit<Inspected, 'damage'> = {
  dangling: 0,
  counts: {},
  migrations: { applied: 0, waiting: 0, isUnknown: false },
}

export async function inspectHere(client: Client): Promise<Inspected> {
  try {
    const quick = await client.execute('PRAGMA quick_check(1)')
    const said = String(quick.rows[0]?.[0])
    if (said !== 'ok') return { ...NOTHING, damage: said }
    const broken = await client.execute('SELECT count(*) AS n FROM pragma_foreign_key_check')
    const counts = await countRows(client)
    const times =
      '__drizzle_migrations' in counts
        ? (await client.execute('SELECT created_at AS at FROM __drizzle_migrations')).rows
        : []
    return {
      damage: null,
      dangling: Number(broken.rows[0]?.['n']),
      counts,
      migrations: pendingAfter(times.map(({ at }) => Number(at))),
    }
  } catch (error) {
    if (isDamage(error))
      return { ...NOTHING, damage: error instanceof Error ? error.message : String(error) }
    throw error
  }
}

/** By a process of its own. @throws Error where it ended without an answer */
export function inspectApart(file: string): Promise<Inspected> {
  return new Promise((resolve, reject) => {
    const child = fork(inspectProcess(), [file], { execArgv: [], stdio: 'inherit' })
    child.on('message', (said: Inspected | { readonly failed: string }) => {
      if ('failed' in said) reject(new Error(said.failed))
      else resolve(said)
    })
    child.on('error', reject)
    // After an answer this says nothing any more.
    child.on('exit', () => reject(new Error('The database was not read to its end.')))
  })
}

const inspectProcess = (): string => path.resolve(codeFolder(), 'db/engine/inspect-process.ts')
