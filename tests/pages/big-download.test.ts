/** Whoever has a great deal gets all of it: sent while it is made, so that neither the server's memory grows nor anybody waits. */
import { readFileSync } from 'node:fs'
import { Unzip, UnzipInflate } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '#tests/cast.ts'
import { runs } from '#tests/runs.ts'
import { beside } from './a-database.ts'
import { openSite, type Site } from './site.ts'

const MANY = runs(20_000, 100_000)
let site: Site
beforeAll(async () => {
  site = await openSite({}, 'own')
  const data = beside(site)
  data.change(
    `INSERT INTO records (id, person, item, unit, revision, kind, value, made_at, received_at, source)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      SELECT printf('%08d-many', i), ?, 'consent/waiting-for-consent', 'consent', 1, 'lesson-read', '{}', i, i, 'web' FROM n`,
    MANY,
    site.cast.joyce.id,
  )
  data.close()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

/** What the server's process holds, in megabytes. */
const held = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${site.server.pid}/status`, 'utf8'))?.[1]) / 1024

const download = (): Promise<Response> =>
  fetch(`${site.server.origin}/account/data/download`, {
    method: 'POST',
    headers: { cookie: site.spareCookie('joyce'), origin: site.server.origin },
    body: new URLSearchParams({ owner: site.cast.joyce.id, password: PASSWORD }),
  })

test(`${MANY} records are in the file, each once, and others are answered beside it`, async () => {
  const before = held()
  const answer = await download()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  // Nobody knows how long it will be before all of it is made.
  expect(answer.headers.get('content-length')).toBeNull()
  // Each was made in a millisecond of its own, in 1970.
  const times = new Set<string>()
  let [pieces, most, others] = [0, 0, 0]
  const unzip = new Unzip((file) => {
    if (!file.name.startsWith('json/records-')) return
    const text: Uint8Array[] = []
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error
      text.push(chunk)
      if (!isLast) return
      const made = Buffer.concat(text)
        .toString()
        .matchAll(/"made_at": "(1970[^"]+)"/g)
      for (const [, time = ''] of made) times.add(time)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const piece of answer.body ?? []) {
    pieces++
    most = Math.max(most, held())
    unzip.push(piece)
    if (pieces % 20 === 1) {
      expect((await fetch(`${site.server.origin}/about`)).status).toBe(200)
      others++
    }
  }
  unzip.push(new Uint8Array(), true)
  expect(times.size).toBe(MANY)
  expect([pieces > 10, others > 0]).toEqual([true, true])
  // 170 on the day that this was written; 1,176 when a format was made for each day in words (view/days.ts).
  expect(most - before).toBeLessThan(400)
})

test('whoever goes away in the middle leaves nothing behind that breaks', async () => {
  const answer = await download()
  expect(answer.status).toBe(200)
  await answer.body?.cancel()
  const after = await fetch(`${site.server.origin}/healthz`)
  expect(after.status).toBe(200)
  expect((await download()).status).toBe(200)
})
