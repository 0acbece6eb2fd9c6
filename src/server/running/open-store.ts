import { openDatabase } from '#db/client.ts'
import { settings } from '#settings.ts'

/** Opens the database that the settings name, unless it is open. */
export function openStore(): Promise<void> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  return openDatabase({ url, authToken, dataDir })
}
