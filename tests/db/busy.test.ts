/** Another program holds the file's lock: what was acknowledged is kept, what was not is said. */
import { createClient } from '@libsql/client'
import { afterEach, expect, test } from 'vitest'
import { canWrite, DatabaseBusy, database, openDatabase, closeDatabase, write } from '#db/client.ts'
import { people } from '#db/schema.ts'
import { busyRounds } from './kill-rounds.ts'
import {
  newFolder,
  openTemporary,
  peopleSeenElsewhere,
  person,
  run,
  type Running,
} from './temporary.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** As late as the test wants it, however slow the machine is. */
async function letGo(holder: Running): Promise<void> {
  holder.child.stdin?.write('\n')
  await holder.line('free')
}

test('the trap is still there: a connection that met SQLITE_BUSY loses what it acknowledges', async () => {
  const folder = newFolder()
  ends.push(folder.remove)
  const poisoned = createClient({ url: folder.url, concurrency: 1, timeout: 50 })
  await poisoned.execute('PRAGMA journal_mode = WAL')
  await poisoned.execute('CREATE TABLE people (id)')
  const holder = run('holder.ts', folder.file)
  ends.push(holder.kill)
  await holder.line('held')
  await expect(poisoned.execute("INSERT INTO people VALUES ('busy')")).rejects.toThrow('BUSY')
  await letGo(holder)
  await poisoned.execute("INSERT INTO people VALUES ('acknowledged')")
  // When this fails, libSQL has mended it, and db/client.ts can become simpler.
  expect(await peopleSeenElsewhere(folder.url)).toEqual([])
})

test('a lock of 6 seconds, then kill -9: nothing acknowledged is lost', async () => {
  const { kept, lost, folder } = await busyRounds(1)
  ends.push(folder.remove)
  expect(lost).toEqual([])
  expect(kept.length).toBeGreaterThan(100)
})

test('a lock that outlasts every retry is DatabaseBusy; reads go on; afterwards writes are kept', async () => {
  const temporary = await openTemporary(100)
  ends.push(temporary.close)
  await write([person('before')])
  const holder = run('holder.ts', temporary.file)
  ends.push(holder.kill)
  await holder.line('held')
  await expect(write([person('never')])).rejects.toThrow(DatabaseBusy)
  expect(await canWrite()).toBe(false)
  expect(await database().select({ id: people.id }).from(people)).toEqual([{ id: 'before' }])
  await letGo(holder)
  await Promise.all(Array.from({ length: 100 }, (_, n) => write([person(`after-${n}`)])))
  expect(await peopleSeenElsewhere(temporary.url)).toHaveLength(101)
})

test('reads that run while the connection is replaced are answered', async () => {
  const temporary = await openTemporary()
  ends.push(temporary.close)
  const holder = run('holder.ts', temporary.file)
  ends.push(holder.kill)
  await holder.line('held')
  const writing = write([person('late')])
  let reads = 0
  while ((await database().select().from(people)).length === 0) {
    reads++
    if (reads === 100) await letGo(holder)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await writing
  expect(reads).toBeGreaterThanOrEqual(100)
})

test('B10: while a write waits for another program’s lock, everybody else is answered', async () => {
  const temporary = await openTemporary(60_000)
  ends.push(temporary.close)
  const holder = run('holder.ts', temporary.file, '60000')
  ends.push(holder.kill)
  await holder.line('held')
  let isWaiting = true
  const writing = write([person('late')]).finally(() => (isWaiting = false))
  for (let read = 0; read < 200; read++) {
    expect(await database().select().from(people)).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(isWaiting).toBe(true)
  await holder.kill()
  await writing
  expect(await peopleSeenElsewhere(temporary.url)).toEqual(['late'])
})

test('a database that is held while the server starts is waited for', async () => {
  const folder = newFolder()
  ends.push(folder.remove)
  const options = { url: folder.url, authToken: undefined, dataDir: folder.dataDir }
  await openDatabase(options)
  await closeDatabase()
  const holder = run('holder.ts', folder.file, '1000')
  ends.push(holder.kill)
  await holder.line('held')
  await openDatabase(options)
  await closeDatabase()
})
