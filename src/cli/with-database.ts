import { closeDatabase, openDatabase } from '#db/client.ts'
import { settings } from '#settings.ts'

/**
 * Opens the database, does the work, closes it.
 * @param make `if-missing` only for commands that begin something; the others never make a database
 * @throws DatabaseRefused where there is none, where it is damaged, or where a running server holds it
 */
export async function withDatabase(
  work: () => Promise<number>,
  make: 'never' | 'if-missing' = 'never',
): Promise<number> {
  const { databaseUrl, databaseAuthToken, dataDir } = settings()
  // A backup is for the account that runs the platform, as the database is.
  process.umask(0o077)
  await openDatabase({
    url: databaseUrl,
    authToken: databaseAuthToken,
    dataDir,
    mustExist: make === 'never',
  })
  try {
    return await work()
  } finally {
    await closeDatabase()
  }
}
