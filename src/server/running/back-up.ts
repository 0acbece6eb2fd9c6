/** A backup is a copy of the database and, beside it, of the folders of DATA_DIR that people fill. */
import path from 'node:path'
import { backup, backupUnopened } from '#db/client.ts'
import { settings } from '#settings.ts'

const inDataDir = (name: string): string => path.resolve(settings().dataDir, name)

/** Where backups go that nobody gave a place. */
export const backupFolder = (): string => inDataDir('backups')

const wish = (file: string, overwrite: boolean) => ({
  file,
  overwrite,
  folders: [inDataDir('programmes'), inDataDir('packages')],
  ownFolder: backupFolder(),
})

/**
 * @param file absolute path of the copy of the database; `NAME.files` is made beside it
 * @throws BackupRefused with words; returns only when the copy was checked and has its name
 */
export const backUp = (file: string, overwrite: boolean): Promise<void> =>
  backup(wish(file, overwrite))

/** Where no server runs: the database is only locked, never opened or migrated. @throws BackupRefused, DatabaseRefused */
export function backUpUnopened(file: string, overwrite: boolean): Promise<void> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  return backupUnopened({ url, authToken, dataDir }, wish(file, overwrite))
}
