/** The process that migrates a database for take-over.ts: it opens it as a server would, and closes it. */
import { closeDatabase, openDatabase } from '#db/client.ts'
import type { DatabaseOptions } from './connect.ts'
import { DatabaseRefused } from './errors.ts'
import type { TakeOverSays } from './take-over.ts'

process.umask(0o077)
// Whoever asked has ended; a migration is one transaction, and so it ends whole or not at all.
process.on('disconnect', () => process.exit(1))
process.once('message', (options: DatabaseOptions) => void takeOver(options))

async function takeOver(options: DatabaseOptions): Promise<void> {
  const said: TakeOverSays = { refused: await wordsOf(options) }
  process.send?.(said, () => process.exit(0))
}

async function wordsOf(options: DatabaseOptions): Promise<string | null> {
  try {
    await openDatabase(options)
    await closeDatabase()
    return null
  } catch (error) {
    if (error instanceof DatabaseRefused) return error.message
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
