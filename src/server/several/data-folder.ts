/**
 * DATA_DIR where servers share a libSQL server: one folder for all of them, with imported packages, edited programmes and the
 * log of erasures. A share that is not mounted looks like an empty folder, and what was written there would be hidden
 * tomorrow: so the folder carries the mark of its database, and without it nothing is written there and nothing is missed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseRefused } from '#db/client.ts'
import { findOrKeepKey, hasKey } from '#db/server-keys.ts'
import { settings } from '#settings.ts'

/** The shared folder is not there. Answer 503. */
class FolderAway extends Error {
  override readonly name = 'FolderAway'
}

const KEY = 'data-folder'
/** Another server may be making the mark this moment. */
const TRIES = 20
const PAUSE_MS = 250

/** Asked also where no database was opened. */
const isShared = (): boolean => !settings().databaseUrl.startsWith('file:')

const markFile = (): string => path.resolve(settings().dataDir, 'of-database')

/** Null where there is none, or nothing can be read there. */
function markThere(): string | null {
  try {
    return readFileSync(markFile(), 'utf8').trim()
  } catch {
    return null
  }
}

/** Nobody guesses it, and from it nobody learns what stands in the database. */
const markOf = async (now: number): Promise<string> =>
  createHash('sha256')
    .update(await findOrKeepKey(KEY, randomBytes(32).toString('base64url'), now))
    .digest('hex')
    .slice(0, 24)

/** Asked at the start. @throws DatabaseRefused naming the folder and what to do */
export async function checkDataFolder(now: number): Promise<void> {
  if (!isShared()) return
  const isNew = !(await hasKey(KEY))
  const mark = await markOf(now)
  if (isNew) return writeFileSync(markFile(), `${mark}\n`, { mode: 0o600 })
  let found = markThere()
  for (let tries = 0; found === null && tries < TRIES; tries++) {
    await sleep(PAUSE_MS)
    found = markThere()
  }
  if (found === mark) return
  const folder = path.resolve(settings().dataDir)
  throw new DatabaseRefused(
    found === null
      ? `DATA_DIR: ${folder} is not the folder of this database: ${markFile()} is missing. Every server on it needs the same folder, with the edited programmes and the imported packages.\n` +
          `Is the shared folder mounted, and is DATA_DIR right? If the old folder is lost and this one takes its place: echo ${mark} > ${markFile()}`
      : `DATA_DIR: ${folder} belongs to another database (${markFile()} says so). Set DATA_DIR or DATABASE_URL right. If this database was begun anew on purpose and the folder is to stay: echo ${mark} > ${markFile()}`,
  )
}

/** Whether the folder is the one that the server began with. That of a database file is where the database is. */
export const isFolderThere = (): boolean => !isShared() || markThere() !== null

/** Before anything is written there. @throws FolderAway: nothing was written */
export function requireFolder(): void {
  if (!isFolderThere())
    throw new FolderAway(
      `The shared folder ${path.resolve(settings().dataDir)} is not there (${markFile()} cannot be read). Mount it again; nothing needs a new start.`,
    )
}
