/** One at a time: whoever takes a job has it alone, for as long as its lease holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { endJob, keepJob, takeJob } from '#db/jobs.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-jobs-'))
beforeAll(() =>
  openDatabase({ url: `file:${path.join(dataDir, 'a.db')}`, authToken: undefined, dataDir }),
)
afterAll(async () => {
  await closeDatabase()
  rmSync(dataDir, { recursive: true })
})

const LONG = 60_000

test('of many who begin at once one does it', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `server ${n}`)
  const taken = await Promise.all(names.map((name) => takeJob('many', name, LONG)))
  expect(taken.filter(Boolean)).toHaveLength(1)
})

test('what is over is free when it is due, and not before', async () => {
  expect(await takeJob('mail', 'a', LONG)).toBe(true)
  await endJob('mail', 'a', LONG)
  expect(await takeJob('mail', 'b', LONG)).toBe(false)
  expect(await takeJob('other', 'b', LONG)).toBe(true)
  await endJob('other', 'b', 0)
  expect(await takeJob('other', 'a', LONG)).toBe(true)
})

test('of one that was killed the lease ends by itself; one that lives makes it longer', async () => {
  expect(await takeJob('killed', 'a', 1)).toBe(true)
  await sleep(10)
  expect(await takeJob('killed', 'b', LONG)).toBe(true)
  // Back from a long sleep, it ends and keeps nothing of another's.
  await endJob('killed', 'a', 0)
  await keepJob('killed', 'a', -LONG)
  expect(await takeJob('killed', 'c', LONG)).toBe(false)
  expect(await takeJob('kept', 'a', 1)).toBe(true)
  await keepJob('kept', 'a', LONG)
  await sleep(10)
  expect(await takeJob('kept', 'b', LONG)).toBe(false)
})
