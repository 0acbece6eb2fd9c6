/** What an earlier installation leaves in DATA_DIR: an empty database beside it is somebody's mistake, and no first start. */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseRefused } from './errors.ts'

/** Written beside a database that was opened once, so that it is missed when it is gone. */
const markerOf = (file: string): string => `${file}.version`

/** @param version that opened it */
export function leaveMarker(file: string, version: string): void {
  writeFileSync(markerOf(file), `${version}\n`, { mode: 0o600 })
}

/**
 * Asked where the database is not there, or holds nothing at all.
 * @throws DatabaseRefused naming what lies there and what to do
 */
export function refuseUnexpectedlyEmpty(file: string, dataDir: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size) return
  const backups = backupsIn(path.join(dataDir, 'backups'))
  const newest = backups.at(-1)
  const left = [
    ...(newest
      ? [`${backups.length} ${backups.length === 1 ? 'backup' : 'backups'} (the newest: ${newest})`]
      : []),
    ...[markerOf(file), path.join(dataDir, 'erasures.log')].filter((one) =>
      statSync(one, { throwIfNoEntry: false }),
    ),
  ]
  if (left.length === 0) return
  throw new DatabaseRefused(
    `There is no database in ${file}, but an earlier one left this beside it: ${left.join(', ')}. ` +
      'So none was made, and nobody meets an empty site.\n' +
      'Is DATA_DIR (or DATABASE_URL) right, and is its disk mounted? ' +
      `${newest ? `To bring the newest backup back: alongside restore ${newest}. ` : ''}` +
      'To begin anew, name an empty folder as DATA_DIR, or move what lies there away.',
  )
}

/** Oldest first. */
function backupsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.db(\.age)?$/.test(name))
      .map((name) => path.join(folder, name))
      .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
  } catch {
    return []
  }
}
