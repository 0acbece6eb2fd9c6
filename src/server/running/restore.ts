/**
 * The smallest safe restore: the copy is checked, migrated, ended and erased again in a place of its own; only when all of that
 * is done does it take the database's place. So no moment shows an erased person, and a failure leaves what was there.
 */
import { copyFileSync, cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  closeDatabase,
  DatabaseRefused,
  filesBeside,
  lockedAway,
  openDatabase,
  write,
  type DatabaseOptions,
} from '#db/client.ts'
import { isEmpty } from '#db/erasure.ts'
import { settings } from '#settings.ts'
import { applyErasureLog, noteErasures } from './erasure-log.ts'

const FOLDERS = ['programmes', 'packages'] as const

export interface Restored {
  /** How many people were erased again. */
  readonly erased: number
  /** Where the database of before lies; null where there was none. */
  readonly before: string | null
}

/** @throws DatabaseRefused with words: then nothing has changed */
export async function restoreBackup(file: string, now: number): Promise<Restored> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-')
  await noteOfNow({ url, authToken, dataDir })
  return lockedAway({ url, authToken, dataDir }, async (database) => {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new DatabaseRefused(`There is no backup ${file}.`)
    if (path.resolve(file) === database)
      throw new DatabaseRefused(`${file} is the database itself.`)
    const made = `${database}.restoring`
    forget(made)
    try {
      copyFileSync(file, made)
      const erased = await makeReady(made, now)
      const folders = FOLDERS.filter((name) => existsSync(path.join(filesBeside(file), name)))
      for (const name of folders) {
        rmSync(path.join(dataDir, `${name}.restoring`), { recursive: true, force: true })
        cpSync(path.join(filesBeside(file), name), path.join(dataDir, `${name}.restoring`), {
          recursive: true,
        })
      }
      const before = putAside(database, `before-restore-${stamp}`)
      renameSync(made, database)
      for (const name of folders) {
        const place = path.join(dataDir, name)
        if (existsSync(place)) renameSync(place, `${place}.before-restore-${stamp}`)
        renameSync(`${place}.restoring`, place)
      }
      return { erased, before }
    } finally {
      forget(made)
    }
  })
}

/** Whoever the database of now says was erased is in the log before it is put aside. One that cannot be opened says nothing. */
async function noteOfNow(options: DatabaseOptions): Promise<void> {
  try {
    await openDatabase({ ...options, mustExist: true })
    await noteErasures()
  } catch (error) {
    // Where it is in use, the lock says so in a moment.
    if (!(error instanceof DatabaseRefused)) throw error
  } finally {
    await closeDatabase()
  }
}

async function makeReady(made: string, now: number): Promise<number> {
  // The copy that is made before a migration would hold whoever was erased since: it goes with the folder.
  const dataDir = `${made}.folder`
  await openDatabase({
    url: `file:${encodeURI(made)}`,
    authToken: undefined,
    dataDir,
    mustExist: true,
  })
  try {
    if (await isEmpty())
      throw new DatabaseRefused('There is nobody in this backup; nothing was restored.')
    await write([
      'DELETE FROM sessions',
      {
        sql: 'UPDATE links SET expires_at = ? WHERE used_at IS NULL AND expires_at > ?',
        args: [now, now],
      },
      "UPDATE outbox SET text = '', refused_at = coalesce(refused_at, created_at) WHERE sent_at IS NULL AND link IS NOT NULL",
    ])
    const erased = await applyErasureLog()
    await noteErasures()
    return erased
  } finally {
    await closeDatabase()
  }
}

/** With its log of writes, without which it is not whole. */
function putAside(database: string, name: string): string | null {
  if (!existsSync(database)) return null
  const place = path.join(path.dirname(database), `${name}.db`)
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(`${database}${end}`)) renameSync(`${database}${end}`, `${place}${end}`)
  return place
}

function forget(made: string): void {
  for (const end of ['', '-wal', '-shm', '.lock', '.holder', '.folder'])
    rmSync(`${made}${end}`, { force: true, recursive: true })
}
