/**
 * Brings an embedded database of an older version here by a process of its own: copying and migrating hold up an event loop, and
 * that of a server goes on saying "starting" meanwhile (docs/decisions/starting.md).
 */
import { createClient } from '@libsql/client'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { fork } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { codeFolder } from '#builds.mjs'
import { filePath, isFile, type DatabaseOptions } from './connect.ts'
import { DatabaseRefused } from './errors.ts'

/** What the other process says. */
export type TakeOverSays = { readonly refused: string | null }

/**
 * Nothing where the database is new, of this version, or on a libSQL server.
 * @throws DatabaseRefused in words: then it is as it was
 */
export async function takeOver(options: DatabaseOptions): Promise<void> {
  if (!(await isOlder(options.url))) return
  await new Promise<void>((resolve, reject) => {
    const script = path.resolve(codeFolder(), 'db/engine/take-over-process.ts')
    const child = fork(script, [], { stdio: 'inherit' })
    let said: TakeOverSays | undefined
    child.on('message', (message: TakeOverSays) => {
      said = message
    })
    child.on('error', reject)
    child.on('exit', () => {
      if (said?.refused === null) resolve()
      else
        reject(
          new DatabaseRefused(
            said?.refused ??
              'The database was not taken over: that process was ended. It is as it was; start again.',
          ),
        )
    })
    child.send(options)
  })
}

/** What is wrong with it is said by whoever opens it. */
async function isOlder(url: string): Promise<boolean> {
  if (!isFile(url) || !statSync(filePath(url), { throwIfNoEntry: false })?.size) return false
  const client = createClient({ url, concurrency: 1 })
  try {
    const { rows } = await client.execute('SELECT count(*) AS n FROM __drizzle_migrations')
    const migrationsFolder = path.resolve(codeFolder(), 'db/migrations')
    const applied = Number(rows[0]?.['n'])
    return applied > 0 && applied < readMigrationFiles({ migrationsFolder }).length
  } catch {
    return false
  } finally {
    client.close()
  }
}
