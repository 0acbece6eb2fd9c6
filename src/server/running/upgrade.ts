/** Whether a database of an older version can be taken over, tried on a copy; and then doing it. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { closeDatabase, DatabaseRefused, openDatabase } from '#db/client.ts'
import { stateOf, type DatabaseState } from '#db/engine/state.ts'
import { settings } from '#settings.ts'
import { unpackDatabase, unpackFolders } from './make-ready.ts'

export interface Rehearsed {
  /** The version that opened it last; null for one that did not say so. */
  readonly from: string | null
  /** How many migrations were missing. */
  readonly steps: number
  readonly tables: number
  readonly rows: number
}

/**
 * Nothing but the folder of the rehearsal is touched, and that goes again.
 * @param copy a backup of the database @param serve says why it does not come up on a file, or null @param identity file of the secret key, where the backup is encrypted
 * @throws DatabaseRefused in words
 */
export async function rehearse(
  copy: string,
  serve: (file: string, dataDir: string) => Promise<string | null>,
  identity?: string,
): Promise<Rehearsed> {
  const folder = path.resolve(settings().dataDir, 'upgrade-rehearsal')
  const file = path.join(folder, 'alongside.db')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    await unpackDatabase(copy, file, identity)
    await unpackFolders(copy, (name) => path.join(folder, name), identity)
    const before = await stateOf(file)
    await open(file, folder)
    const after = await stateOf(file)
    refuseLoss(before, after)
    const why = await serve(file, folder)
    if (why !== null)
      throw new DatabaseRefused(
        `On a copy of the database this release does not come up, so nothing was changed:\n${why}`,
      )
    return {
      from: before.version,
      steps: after.migrations - before.migrations,
      tables: Object.keys(before.rows).length,
      rows: Object.values(before.rows).reduce((sum, rows) => sum + rows, 0),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The database itself. @throws DatabaseRefused: then it is as it was */
export async function takeOverNow(): Promise<void> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  await openDatabase({ url, authToken, dataDir, mustExist: true })
  await closeDatabase()
}

async function open(file: string, dataDir: string): Promise<void> {
  const url = `file:${encodeURI(file)}`
  await openDatabase({ url, authToken: undefined, dataDir, mustExist: true })
  await closeDatabase()
}

function refuseLoss(before: DatabaseState, after: DatabaseState): void {
  const lost = Object.entries(before.rows).filter(([name, rows]) => (after.rows[name] ?? 0) < rows)
  if (lost.length)
    throw new DatabaseRefused(
      `On a copy of the database rows were lost (${lost.map(([name, rows]) => `${name}: ${after.rows[name] ?? 0} of ${rows}`).join(', ')}), so nothing was changed. Please report this.`,
    )
}
