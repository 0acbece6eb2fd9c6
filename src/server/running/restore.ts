/**
 * The smallest safe restore: the copy is checked, migrated, ended and erased again in a place of its own; only when all of that
 * is done does it take the database's place. So no moment shows an erased person, and a failure leaves what was there.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import {
  closeDatabase,
  DatabaseRefused,
  lockedAway,
  openDatabase,
  type DatabaseOptions,
} from '#db/client.ts'
import { oldestPerson } from '#db/people.ts'
import { settings } from '#settings.ts'
import { noteErasures } from './erasure-log.ts'
import { forget, FOLDERS, makeReady, unpackDatabase, unpackFolders } from './make-ready.ts'

export interface Restored {
  /** How many people were erased again. */
  readonly erased: number
  /** Where the database of before lies; null where there was none. */
  readonly before: string | null
}

/**
 * @param identity file of the secret key, for a backup that is encrypted
 * @throws DatabaseRefused with words: then nothing has changed
 */
export async function restoreBackup(
  file: string,
  now: number,
  identity?: string,
): Promise<Restored> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-')
  const oldest = await noteOfNow({ url, authToken, dataDir })
  return lockedAway({ url, authToken, dataDir }, async (database) => {
    if (path.resolve(file) === database)
      throw new DatabaseRefused(`${file} is the database itself.`)
    const made = `${database}.restoring`
    const placeOf = (name: string): string => path.join(dataDir, `${name}.restoring`)
    const tidy = (): void => {
      forget(made)
      for (const name of FOLDERS) rmSync(placeOf(name), { recursive: true, force: true })
    }
    tidy()
    // Also where somebody presses Ctrl-C.
    process.once('exit', tidy)
    try {
      await unpackDatabase(file, made, identity)
      const erased = await makeReady(made, now, oldest, noteErasures)
      const folders = await unpackFolders(file, placeOf, identity)
      const before = putAside(database, `before-restore-${stamp}`)
      renameSync(made, database)
      for (const name of folders) {
        const place = path.join(dataDir, name)
        if (existsSync(place)) renameSync(place, `${place}.before-restore-${stamp}`)
        renameSync(placeOf(name), place)
      }
      return { erased, before }
    } finally {
      tidy()
      process.off('exit', tidy)
    }
  })
}

/**
 * Whoever the database of now says was erased is in the log before it is put aside. One that cannot be opened says nothing.
 * @returns the person who was here first, or null
 */
async function noteOfNow(options: DatabaseOptions): Promise<string | null> {
  try {
    await openDatabase({ ...options, mustExist: true })
    await noteErasures()
    return await oldestPerson()
  } catch (error) {
    // Where it is in use, the lock says so in a moment.
    if (!(error instanceof DatabaseRefused)) throw error
    return null
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
