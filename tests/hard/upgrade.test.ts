/** `alongside upgrade`: tried on a copy, then done, beside a server or without one; and the way back. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
} from 'node:fs'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFolder, newBuild } from '#builds.mjs'
import { stateOf } from '#db/engine/state.ts'
import { linkFolder } from '#integrations/link-folder.ts'
import { startServer } from '#tests/start-server.ts'

const built = path.resolve(builtFolder())
/** Of the release before, which lacks the newest migration. */
const before = newBuild()
let home = ''
let dataDir = ''
let launcher = ''
let migrations = 0
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'alongside-upgrade-'))
  dataDir = path.join(home, 'data')
  mkdirSync(dataDir)
  const fixture = readFileSync('tests/fixtures/databases/2026-11-27.db.gz')
  writeFileSync(path.join(dataDir, 'alongside.db'), gunzipSync(fixture))
  const dist = path.join(home, 'dist')
  const takes = (name: string): boolean => name !== 'node-linux-x64'
  for (const id of [before, path.basename(built)]) linkFolder(built, path.join(dist, id), takes)
  migrations = withoutNewest(path.join(dist, before, 'run/db/migrations/meta/_journal.json'))
  launcher = path.join(dist, 'alongside.mjs')
  copyFileSync(path.join(built, '../alongside.mjs'), launcher)
  writeFileSync(path.join(dist, 'current'), before)
})
afterAll(() => rmSync(home, { recursive: true }))

/** @returns how many there are with it */
function withoutNewest(file: string): number {
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] }
  // Not written into: it is one file with that of the other release.
  rmSync(file)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, -1) }))
  return journal.entries.length
}

function alongside(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...words], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ALONGSIDE_CONFIG: 'none', DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

const database = () => stateOf(path.join(dataDir, 'alongside.db'))
const newest = (): string =>
  path.join(
    dataDir,
    'backups',
    readdirSync(path.join(dataDir, 'backups'))
      .filter((name) => name.startsWith('before-upgrade-') && name.endsWith('.db'))
      .sort()
      .at(-1) ?? '',
  )

test('without a server it is tried on a copy, done, and then not needed again', async () => {
  const first = alongside('upgrade')
  expect(first).toMatchObject({ status: 0 })
  expect(first.said).toMatch(
    /Backed up and checked: .*\nTried on a copy: \d+ steps, \d+ rows in \d+ tables, none lost; it opens and answers\.\nTaken over\. Start the server\.\n/,
  )
  expect((await database()).migrations).toBe(migrations - 1)
  expect(existsSync(path.join(dataDir, 'upgrade-rehearsal'))).toBe(false)
})

test('beside a server nothing is touched but a backup; its restart takes over; and there is a way back', async () => {
  const older = await startServer({ program: [launcher, 'serve'], dataDir })
  writeFileSync(path.join(home, 'dist/previous'), before)
  writeFileSync(path.join(home, 'dist/current'), path.basename(built))
  const { status, said } = alongside('upgrade')
  expect([status, said]).toEqual([0, expect.stringContaining('Restart it now.')])
  expect(said).toContain('1 steps')
  expect((await database()).migrations).toBe(migrations - 1)
  const backup = newest()
  expect(alongside('upgrade', '--back', backup)).toMatchObject({ status: 4 })
  expect(await older.stop()).toBe(0)

  const newer = await startServer({ program: [launcher, 'serve'], dataDir })
  expect((await fetch(`${newer.origin}/readyz`)).status).toBe(200)
  await newer.stop()
  expect((await database()).migrations).toBe(migrations)

  expect(alongside('upgrade', '--back')).toMatchObject({ status: 2 })
  expect(alongside('upgrade', '--back', backup)).toMatchObject({ status: 0 })
  expect((await database()).migrations).toBe(migrations - 1)
  const again = await startServer({ program: [launcher, 'serve'], dataDir })
  const health = (await (await fetch(`${again.origin}/healthz`)).json()) as { version: string }
  expect(health.version).toContain(before)
  await again.stop()
})

test('where this release does not come up on the copy, nothing is changed and the reason is said', async () => {
  const rows = await database()
  mkdirSync(path.join(dataDir, 'programmes'), { recursive: true })
  writeFileSync(path.join(dataDir, 'programmes/kidney.yaml'), 'name: 3\n')
  const { status, said } = alongside('upgrade')
  expect([status, said]).toEqual([4, expect.stringContaining('kidney.yaml')])
  expect(said).toContain('nothing was changed')
  expect(await database()).toEqual(rows)
})
