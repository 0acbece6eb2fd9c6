/** The process that reads a whole database file for inspect.ts. Argument: its path; answers by a message. */
import { createClient } from '@libsql/client'
import { inspectHere } from './inspect.ts'
import { isDamage } from './health.ts'

process.on('disconnect', () => process.exit(1))
const url = `file:${encodeURI(process.argv[2] ?? '')}`
try {
  const client = createClient({ url, concurrency: 1, timeout: 5000 })
  await client.execute('PRAGMA query_only = ON')
  process.send?.(await inspectHere(client))
  client.close()
} catch (error) {
  const says = error instanceof Error ? error.message : String(error)
  process.send?.(
    isDamage(error)
      ? {
          damage: says,
          dangling: 0,
          counts: {},
          migrations: { applied: 0, waiting: 0, isUnknown: false },
        }
      : { failed: says },
  )
} finally {
  process.disconnect?.()
}
