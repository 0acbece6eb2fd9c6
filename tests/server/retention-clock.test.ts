/** A job that deletes distrusts the clock, copies first, and leaves one row for each run (R43). */
import { createClient } from '@libsql/client'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, database, openDatabase, write } from '#db/client.ts'
import { newestKnownTime } from '#db/clock-mark.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { jumpAhead } from '#domain/retention/clock.ts'
import { clockJump, runRetention } from '#server/running/run-retention.ts'
import { newFolder, person } from '#tests/db/temporary.ts'

const NOW = Date.now()
const DAY = 86_400_000
const folder = newFolder()
// Before anything reads a setting.
process.env['DATA_DIR'] = folder.dataDir
const open = (): Promise<void> =>
  openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
const rows = (text: string) => database().all<Record<string, unknown>>(text)

beforeAll(async () => {
  await open()
  await write([person('rosa')])
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})

/** No run yet, and one row whose time is over at every believable clock. */
beforeEach(async () => {
  rmSync(path.join(folder.dataDir, 'backups'), { recursive: true, force: true })
  await write([
    "DELETE FROM audit WHERE act LIKE 'retention:%'",
    { sql: "UPDATE audit SET at = ? WHERE id = 'clock-mark'", args: [NOW] },
    'DELETE FROM attempts',
    {
      sql: "INSERT INTO attempts (key, count, window_ends_at) VALUES ('old', 1, ?)",
      args: [NOW - 3 * DAY],
    },
  ])
})

const left = async (): Promise<number> =>
  Number((await rows('SELECT count(*) AS n FROM attempts'))[0]?.['n'])
const runs = async (): Promise<unknown[]> =>
  (await rows("SELECT act, at FROM audit WHERE act LIKE 'retention:%' ORDER BY rowid")).map(
    ({ act, at }) => [act, at],
  )
const copies = (): string[] => {
  const place = path.join(folder.dataDir, 'backups')
  return (existsSync(place) ? readdirSync(place) : []).filter((name) =>
    name.startsWith('before-retention-'),
  )
}

test('A8: seven days ahead of the newest time are believed, more are not', () => {
  expect(jumpAhead(NOW, NOW + 7 * DAY)).toBe(null)
  expect(jumpAhead(NOW, NOW + 7 * DAY + 1)).toBe(7)
  expect(jumpAhead(NOW, NOW + 1200 * DAY)).toBe(1200)
  expect(jumpAhead(NOW, NOW - 1200 * DAY)).toBe(null)
})

test('A8: a clock 1,200 days ahead deletes nothing and says so, also at the second start', async () => {
  const wrong = NOW + 1200 * DAY
  const answer = await runRetention(wrong, null)
  expect(answer).toMatchObject({ kind: 'refused' })
  expect(answer.kind === 'refused' && answer.says).toContain('1200 days after the newest time')
  // What the wrong clock writes meanwhile makes it no better.
  await write([
    {
      sql: "INSERT INTO audit (id, at, actor, act, subject, programme) VALUES ('wrong', ?, '', 'seen:record', '', '')",
      args: [wrong],
    },
  ])
  await closeDatabase()
  await open()
  expect(await runRetention(wrong, null)).toMatchObject({ kind: 'refused' })
  expect(await runRetention(wrong, dayAt(NOW, 'UTC'))).toMatchObject({
    kind: 'refused',
    says: expect.stringContaining('Set its clock right') as string,
  })
  expect(await left()).toBe(1)
  expect(await runs()).toEqual([])
  expect(await clockJump(wrong)).toMatchObject({ days: 1200, newest: dayAt(NOW, 'UTC') })
})

test('A8: a run copies first and leaves one row, also where nothing went', async () => {
  const before = copies().length
  expect(await runRetention(NOW, null)).toMatchObject({ kind: 'done', gone: { attempts: 1 } })
  expect(await left()).toBe(0)
  expect(copies()).toHaveLength(before + 1)
  const newest = path.join(folder.dataDir, 'backups', String(copies().sort().at(-1)))
  const copy = createClient({ url: `file:${newest}` })
  expect((await copy.execute('SELECT count(*) FROM attempts')).rows[0]?.[0]).toBe(1)
  copy.close()
  expect(await runRetention(NOW + 1, null)).toMatchObject({ kind: 'done' })
  expect(copies()).toHaveLength(before + 1)
  expect(await runs()).toEqual([
    ['retention:1', NOW],
    ['retention:0', NOW + 1],
  ])
})

test('A8: a server that was really off for 40 days goes on with the day of today, and then by itself', async () => {
  await runRetention(NOW, null)
  const later = NOW + 40 * DAY
  expect(await runRetention(later, null)).toMatchObject({ kind: 'refused' })
  expect(await runRetention(later, dayAt(later, 'UTC'))).toMatchObject({ kind: 'done' })
  expect(await newestKnownTime()).toBe(later)
  expect(await runRetention(later + DAY, null)).toMatchObject({ kind: 'done' })
  // The clock is set back: then the newest time goes back with it.
  expect(await runRetention(NOW + 2 * DAY, null)).toMatchObject({ kind: 'done' })
  expect(await runRetention(NOW + 10 * DAY, null)).toMatchObject({ kind: 'refused' })
})

test('A8: seven copies are kept, not one for every day for ever', async () => {
  const place = path.join(folder.dataDir, 'backups')
  mkdirSync(place)
  writeFileSync(path.join(place, '2020-01-01.db'), 'a backup of somebody')
  for (let day = 1; day <= 9; day++)
    writeFileSync(path.join(place, `before-retention-2020-01-0${day}.db`), '')
  await runRetention(NOW, null)
  expect(copies()).toHaveLength(7)
  expect(copies().sort()[0]).toBe('before-retention-2020-01-04.db')
  expect(existsSync(path.join(place, '2020-01-01.db'))).toBe(true)
})
