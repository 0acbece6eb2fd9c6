/** A populated database of every schema that ever landed is taken over by a process of its own, or stays as it was. */
import { createClient, type Client } from '@libsql/client'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '#db/engine/migrate.ts'
import { stateOf } from '#db/engine/state.ts'
import { takeOver } from '#db/engine/take-over.ts'
import { some } from '#tests/runs.ts'
import { newFolder, type Folder } from './temporary.ts'

/** People in every state, as the version of that day left them. */
const POPULATED = gunzipSync(readFileSync('tests/fixtures/databases/2026-11-27.db.gz'))

interface Journal {
  readonly entries: readonly unknown[]
}
const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as Journal
const NEWEST = journal.entries.length
/** How many migrations it has had; those before it, with a few rows each: migrate.test.ts. */
const BEGAN = 2

let folder: Folder
beforeAll(() => {
  folder = newFolder()
})
afterAll(() => folder.remove())

function populated(name: string): string {
  const dataDir = path.join(folder.dataDir, name)
  mkdirSync(dataDir)
  const file = path.join(dataDir, 'alongside.db')
  writeFileSync(file, POPULATED)
  return file
}

/** Of that schema, by the migrations as far as a release had them. */
async function ofSchema(count: number): Promise<string> {
  const file = populated(`schema-${count}`)
  const migrations = path.join(folder.dataDir, `migrations-${count}`)
  cpSync('db/migrations', migrations, { recursive: true })
  writeFileSync(
    path.join(migrations, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  )
  await withClient(file, (client) => migrate(client, () => Promise.resolve(), migrations))
  rmSync(migrations, { recursive: true })
  return file
}

async function withClient<T>(file: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = createClient({ url: `file:${file}`, concurrency: 1 })
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

const options = (file: string) => ({
  url: `file:${file}`,
  authToken: undefined,
  dataDir: path.dirname(file),
})

test('the populated one is of the schema that it is taken for', async () => {
  expect((await stateOf(populated('began'))).migrations).toBe(BEGAN)
})

const SCHEMAS = Array.from({ length: NEWEST - BEGAN }, (_, index) => index + BEGAN)
test.each(some(7, SCHEMAS))(
  'of the schema after %i migrations: nothing of it is lost',
  async (count) => {
    const file = await ofSchema(count)
    const before = await stateOf(file)
    await takeOver(options(file))
    const after = await stateOf(file)
    expect([before.migrations, after.migrations]).toEqual([count, NEWEST])
    const lost = Object.entries(before.rows).filter(
      ([name, rows]) => (after.rows[name] ?? 0) < rows,
    )
    expect(lost).toEqual([])
    expect(Object.keys(before.rows).length).toBeGreaterThan(35)
    expect(await withClient(file, problems)).toEqual(['ok', 0])
  },
)

async function problems(client: Client): Promise<unknown[]> {
  const { rows } = await client.execute('PRAGMA integrity_check')
  const broken = await client.execute('PRAGMA foreign_key_check')
  return [rows[0]?.[0], broken.rows.length]
}

test('one that is new, of this version or away is left to whoever opens it', async () => {
  await takeOver(options(path.join(folder.dataDir, 'nothing', 'alongside.db')))
  await takeOver({ ...options('x'), url: 'http://127.0.0.1:9' })
})

test('what cannot be is refused in words, and stays as it was', async () => {
  const file = populated('damaged')
  await withClient(file, (client) =>
    client.executeMultiple(
      'PRAGMA foreign_keys = OFF; UPDATE roles SET person = 99 WHERE rowid = (SELECT min(rowid) FROM roles)',
    ),
  )
  const before = await stateOf(file)
  await expect(takeOver(options(file))).rejects.toThrow('rows')
  expect(await stateOf(file)).toEqual(before)
})

test('killed in its middle it is of one version or the other, and the next one ends it', async () => {
  const file = populated('killed')
  const before = await stateOf(file)
  const ends: number[] = []
  for (const afterMs of [0, 150, 300, 450, 600, 750, 900]) {
    const child = spawn(process.execPath, ['tests/db/processes/take-over.ts', file], {
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await sleep(afterMs)
    child.kill('SIGKILL')
    await ended
    const { migrations, rows } = await stateOf(file)
    ends.push(migrations)
    expect([before.migrations, NEWEST]).toContain(migrations)
    expect(
      Object.keys(before.rows).filter((name) => (rows[name] ?? 0) < (before.rows[name] ?? 0)),
    ).toEqual([])
    expect(await withClient(file, problems)).toEqual(['ok', 0])
  }
  await takeOver(options(file))
  expect([ends[0], (await stateOf(file)).migrations]).toEqual([before.migrations, NEWEST])
})
