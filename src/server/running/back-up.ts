/** A backup is a copy of the database and, beside it, of the folders of DATA_DIR that people fill. */
import path from 'node:path'
import {
  backup,
  BackupRefused,
  backupUnopened,
  isSealed,
  problemWithRecipients,
  sealedName,
} from '#db/client.ts'
import { settings, SettingsError } from '#settings.ts'

const inDataDir = (name: string): string => path.resolve(settings().dataDir, name)

/** Where backups go that nobody gave a place. */
export const backupFolder = (): string => inDataDir('backups')

const wish = (file: string, overwrite: boolean) => ({
  file: placeOf(file),
  overwrite,
  folders: [inDataDir('programmes'), inDataDir('packages')],
  ownFolder: backupFolder(),
  recipients: settings().backupRecipients,
})

/** An encrypted copy says so by its name. @throws BackupRefused where a name promises what nobody can keep */
function placeOf(file: string): string {
  if (settings().backupRecipients.length) return sealedName(file)
  if (isSealed(file))
    throw new BackupRefused(
      `${file} would not be encrypted, since BACKUP_RECIPIENT is not set. Set it, or name a file that does not end in .age.`,
    )
  return file
}

/**
 * @param file absolute path of the copy of the database; `NAME.files` is made beside it
 * @returns where it is: with `.age` behind where it is encrypted
 * @throws BackupRefused with words; returns only when the copy was checked and has its name
 */
export async function backUp(file: string, overwrite: boolean): Promise<string> {
  await checkRecipients()
  const wished = wish(file, overwrite)
  await backup(wished)
  return wished.file
}

/** Where no server runs: the database is only locked, never opened or migrated. @throws BackupRefused, DatabaseRefused */
export async function backUpUnopened(file: string, overwrite: boolean): Promise<string> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  await checkRecipients()
  const wished = wish(file, overwrite)
  await backupUnopened({ url, authToken, dataDir }, wished)
  return wished.file
}

/** Also before a server starts: a night would be too late to learn of it. @throws SettingsError */
export async function checkRecipients(): Promise<void> {
  const problem = await problemWithRecipients(settings().backupRecipients)
  if (problem) throw new SettingsError(`BACKUP_RECIPIENT: ${problem}`)
}
