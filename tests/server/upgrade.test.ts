/** What an upgrade looks at before anything is changed; the whole of it, with servers: tests/hard/upgrade.test.ts. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-upgrade-'))
const file = path.join(dataDir, 'alongside.db')
const copy = path.join(dataDir, 'backups/before-upgrade.db')
const POPULATED = gunzipSync(readFileSync('tests/fixtures/databases/2026-11-27.db.gz'))

beforeAll(() => {
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubEnv('ALONGSIDE_CONFIG', 'none')
})
beforeEach(() => {
  mkdirSync(path.dirname(copy), { recursive: true })
  for (const place of [file, copy]) writeFileSync(place, POPULATED)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true })
})

const { rehearse, takeOverNow } = await import('#server/running/upgrade.ts')

test('it is tried on a copy: the database and its backup stay byte for byte as they were', async () => {
  const served: string[] = []
  const { from, steps, rows, tables } = await rehearse(copy, (place, folder) => {
    served.push(path.relative(dataDir, place), path.relative(dataDir, folder))
    expect(existsSync(place)).toBe(true)
    return Promise.resolve(null)
  })
  expect(served).toEqual(['upgrade-rehearsal/alongside.db', 'upgrade-rehearsal'])
  expect([from, steps > 30, rows > 100, tables > 35]).toEqual([null, true, true, true])
  for (const place of [file, copy]) expect(readFileSync(place).equals(POPULATED)).toBe(true)
  expect(existsSync(path.join(dataDir, 'upgrade-rehearsal'))).toBe(false)
})

test('where the new release does not come up, its own words are told, and nothing is left', async () => {
  await expect(rehearse(copy, () => Promise.resolve('kidney.yaml: name: a text'))).rejects.toThrow(
    /nothing was changed:\nkidney\.yaml: name: a text$/,
  )
  expect(existsSync(path.join(dataDir, 'upgrade-rehearsal'))).toBe(false)
})

test('half a backup is refused in words', async () => {
  writeFileSync(copy, POPULATED.subarray(0, 40_000))
  await expect(rehearse(copy, () => Promise.resolve(null))).rejects.toThrow(/damaged|malformed/)
  expect(existsSync(path.join(dataDir, 'upgrade-rehearsal'))).toBe(false)
})

test('done for good, a copy of before lies in backups', async () => {
  copyFileSync(copy, file)
  await takeOverNow()
  const { steps } = await rehearse(file, () => Promise.resolve(null))
  expect(steps).toBe(0)
})
