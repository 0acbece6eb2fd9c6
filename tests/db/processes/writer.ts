/**
 * Opens the database as the server does and writes people with N clients until it is killed.
 * Arguments: dataDir, N, a prefix for ids. Prints `open`, then `kept ID` after each acknowledged write.
 */
import { writeSync } from 'node:fs'
import path from 'node:path'
import { database, DatabaseBusy, openDatabase, write } from '#db/client.ts'
import { people } from '#db/schema.ts'

const [dataDir = '', clients = '1', prefix = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

await openDatabase({
  url: `file:${path.join(dataDir, 'alongside.db')}`,
  authToken: undefined,
  dataDir,
})
say('open')
await Promise.all(Array.from({ length: Number(clients) }, (_, client) => writeForEver(client)))

async function writeForEver(client: number): Promise<void> {
  for (let n = 0; ; n++) {
    const id = `${prefix}-${client}-${n}`
    try {
      await write([
        database()
          .insert(people)
          .values({ id, signInName: id, name: 'Rosa', language: 'es', createdAt: 1 }),
      ])
      say(`kept ${id}`)
    } catch (error) {
      if (!(error instanceof DatabaseBusy)) throw error
      say(`busy ${id}`)
    }
    // The queue never waits for a timer, and signals do.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
