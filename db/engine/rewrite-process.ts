/** The process that writes a database file anew for rewrite.ts. Argument: its path; answers by a message. */
import { createClient } from '@libsql/client'

/** Longer than any batch of the server that asked; it queues its own writes behind this. */
const WAIT_MS = 10_000

const file = process.argv[2] ?? ''
process.on('disconnect', () => process.exit(1))
const client = createClient({ url: `file:${encodeURI(file)}`, concurrency: 1, timeout: WAIT_MS })
try {
  // The index of words keeps what was taken out of it until it is built again.
  await client.execute("INSERT INTO find_words (find_words) VALUES ('rebuild')")
  await client.execute('VACUUM')
  const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  process.send?.({ done: rows[0]?.['busy'] === 0 })
} finally {
  client.close()
  process.disconnect?.()
}
