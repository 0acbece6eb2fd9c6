import { closeDatabase, DatabaseRefused, openDatabase } from '#db/client.ts'
import { settings } from '#settings.ts'

/** Opens the database, does the work, closes it. A running server holds an embedded file: then exit 3 with its words. */
export async function withDatabase(work: () => Promise<number>): Promise<number> {
  const { databaseUrl, databaseAuthToken, dataDir } = settings()
  try {
    await openDatabase({ url: databaseUrl, authToken: databaseAuthToken, dataDir })
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    console.error(error.message)
    return 3
  }
  try {
    return await work()
  } finally {
    await closeDatabase()
  }
}
