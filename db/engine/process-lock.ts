/**
 * One process per database file. The lock is SQLite's own lock on a file beside the database,
 * held by the operating system: it is atomic, and it ends with the process however that ends.
 * It is a transaction that was begun to write and never ends: beginning one is a single step, so that of several who begin
 * at once exactly one succeeds and the others hold nothing that it would have to wait for.
 */
import { createClient } from '@libsql/client'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { DatabaseRefused, isBusy } from './errors.ts'

export interface ProcessLock {
  release(): Promise<void>
}

/** One that was killed a moment ago may still be letting go. */
const MOST_WAIT_MS = 500

/** @throws DatabaseRefused naming the process that holds the database, or where the file has a second name */
export async function lockFile(database: string): Promise<ProcessLock> {
  refuseSecondName(database)
  const holder = `${database}.holder`
  const client = createClient({
    url: `file:${encodeURI(`${database}.lock`)}`,
    concurrency: 1,
    timeout: MOST_WAIT_MS,
  })
  const held = await client.transaction('write').catch((error: unknown) => {
    client.close()
    if (!isBusy(error)) throw error
    throw new DatabaseRefused(
      `The database ${database} is in use by ${readHolder(holder)}. ` +
        'One process may use it at a time: stop that one first.',
      { cause: error },
    )
  })
  writeFileSync(holder, `process ${process.pid} on ${hostname()}`, { mode: 0o600 })
  const release = async (): Promise<void> => {
    await held.rollback()
    client.close()
  }
  return { release }
}

/** Under another name the same file has another lock and another log of writes beside it: two would write over each other. */
function refuseSecondName(database: string): void {
  const names = statSync(database, { throwIfNoEntry: false })?.nlink ?? 0
  if (names > 1)
    throw new DatabaseRefused(
      `The database ${database} is the same file under ${names} names (hard links), so that another process could use it unseen. Stop whatever uses it and remove one of the names, never one that has a file ending in -wal beside it: the data stays under the other.`,
    )
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'another process'
  }
}
