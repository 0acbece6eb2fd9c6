/** The server's own backups: one each night, checked, and only its own are ever taken away. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporary } from '#tests/db/temporary.ts'
import { backUpNight, backupAge } from '#server/running/nightly-backup.ts'

const NOW = Date.parse('2026-11-30T12:00:00Z')
const DAY = 86_400_000

let folder: Awaited<ReturnType<typeof openTemporary>>
beforeAll(async () => {
  folder = await openTemporary()
  // Before anything reads a setting.
  process.env['DATA_DIR'] = folder.dataDir
})
afterAll(() => folder.close())
const backups = (): string => path.join(folder.dataDir, 'backups')
const names = (): string[] => readdirSync(backups()).sort()

test('a night has one copy, which opens, with what lies beside the database', async () => {
  mkdirSync(path.join(folder.dataDir, 'programmes'))
  writeFileSync(path.join(folder.dataDir, 'programmes', 'kidney.yaml'), 'words')
  expect(backupAge(NOW)).toBeNull()
  const file = await backUpNight(NOW)
  expect(file).toBe(path.join(backups(), 'nightly-2026-11-30.db'))
  expect(await backUpNight(NOW + 60_000)).toBeNull()
  expect(names()).toEqual(['nightly-2026-11-30.db', 'nightly-2026-11-30.files'])
  expect(
    readFileSync(path.join(backups(), 'nightly-2026-11-30.files/programmes/kidney.yaml'), 'utf8'),
  ).toBe('words')
  const client = createClient({ url: `file:${file}` })
  expect((await client.execute('SELECT count(*) AS n FROM people')).rows[0]?.['n']).toBe(0)
  client.close()
  expect(backupAge(Date.now())).toBeLessThan(600)
})

test('older nights go with their files; what somebody else made stays', async () => {
  writeFileSync(path.join(backups(), 'before-the-fair.db'), 'mine')
  for (let back = 1; back <= 20; back++) {
    const day = new Date(NOW - back * DAY).toISOString().slice(0, 10)
    writeFileSync(path.join(backups(), `nightly-${day}.db`), '')
    mkdirSync(path.join(backups(), `nightly-${day}.files`))
  }
  await backUpNight(NOW + DAY)
  const left = names().filter((name) => name.endsWith('.db'))
  expect(left).toEqual([
    'before-the-fair.db',
    ...['11-15', '11-22', '11-25', '11-26', '11-27', '11-28', '11-29', '11-30', '12-01'].map(
      (day) => `nightly-2026-${day}.db`,
    ),
  ])
  expect(existsSync(path.join(backups(), 'nightly-2026-11-14.files'))).toBe(false)
  expect(existsSync(path.join(backups(), 'nightly-2026-11-15.files'))).toBe(true)
})

test('where no copy can be made it says so, and nothing of before is taken away', async () => {
  const before = names()
  // What stands in its way is not a file.
  mkdirSync(path.join(backups(), 'nightly-2026-12-02.files'))
  writeFileSync(path.join(backups(), 'nightly-2026-12-02.files', 'somebody’s'), '')
  await expect(backUpNight(NOW + 2 * DAY)).rejects.toThrow('nightly-2026-12-02.files')
  expect(names()).toEqual([...before, 'nightly-2026-12-02.files'])
  rmSync(path.join(backups(), 'nightly-2026-12-02.files'), { recursive: true })
  expect(await backUpNight(NOW + 2 * DAY)).not.toBeNull()
})
