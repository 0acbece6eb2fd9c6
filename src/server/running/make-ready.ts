/** What a restore and a drill do with a copy of a backup in a place of its own, before anybody sees it. */
import { chmodSync, copyFileSync, cpSync, existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  closeDatabase,
  DatabaseRefused,
  filesBeside,
  isSealed,
  openDatabase,
  readIdentities,
  unseal,
  unsealFolder,
  write,
} from '#db/client.ts'
import { isEmpty } from '#db/erasure.ts'
import { knowsPerson } from '#db/people.ts'
import { applyErasureLog } from './erasure-log.ts'

export const FOLDERS = ['programmes', 'packages'] as const

/**
 * Copies the backup, opened with the key where it is encrypted.
 * @param made is not there yet, or is replaced; mode 0600 @param identity file of the secret key
 * @throws DatabaseRefused: nothing is left at `made`
 */
export async function unpackDatabase(
  file: string,
  made: string,
  identity: string | undefined,
): Promise<void> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new DatabaseRefused(`There is no backup ${file}.`)
  const keys = keysFor(file, identity)
  rmSync(made, { force: true })
  try {
    if (keys) await unseal(file, made, keys)
    else copyFileSync(file, made)
    chmodSync(made, 0o600)
  } catch (error) {
    rmSync(made, { force: true })
    throw error
  }
}

/** What lies beside the backup. @returns the names of the folders that were there, now at `placeOf` each */
export async function unpackFolders(
  file: string,
  placeOf: (name: string) => string,
  identity: string | undefined,
): Promise<string[]> {
  const keys = keysFor(file, identity)
  const there = FOLDERS.filter((name) => existsSync(path.join(filesBeside(file), name)))
  for (const name of there) {
    const from = path.join(filesBeside(file), name)
    rmSync(placeOf(name), { recursive: true, force: true })
    if (keys) await unsealFolder(from, placeOf(name), keys)
    else cpSync(from, placeOf(name), { recursive: true })
  }
  return there
}

/** Null for a backup that is not encrypted. */
function keysFor(file: string, identity: string | undefined): string[] | null {
  if (!isSealed(file)) return null
  if (identity === undefined)
    throw new DatabaseRefused(
      `${file} is encrypted. Say where the secret key is: --identity FILE. Nothing was changed.`,
    )
  return readIdentities(identity)
}

/**
 * Migrates it, ends every session and every link that nobody used, and erases again whoever the log names.
 * @param oldest a person whom a backup of this installation knows; null where there is nobody to compare with
 * @param then is done while it is open
 * @returns how many people were erased again @throws DatabaseRefused
 */
export async function makeReady(
  made: string,
  now: number,
  oldest: string | null,
  then: () => Promise<void>,
): Promise<number> {
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
    if (oldest !== null && !(await knowsPerson(oldest)))
      throw new DatabaseRefused(
        'This backup is of another installation: nobody of here is in it, so nothing was changed. ' +
          'To move that installation here, begin with an empty DATA_DIR.',
      )
    await write([
      'DELETE FROM sessions',
      {
        sql: 'UPDATE links SET expires_at = ? WHERE used_at IS NULL AND expires_at > ?',
        args: [now, now],
      },
      "UPDATE outbox SET text = '', refused_at = coalesce(refused_at, created_at) WHERE sent_at IS NULL AND link IS NOT NULL",
    ])
    const erased = await applyErasureLog()
    await then()
    return erased
  } finally {
    await closeDatabase()
  }
}

/** Everything that stands beside a copy while it is made ready. */
export function forget(made: string): void {
  for (const end of [
    '',
    '-wal',
    '-shm',
    '.lock',
    '.lock-journal',
    '.holder',
    '.folder',
    '.version',
  ])
    rmSync(`${made}${end}`, { force: true, recursive: true })
}
