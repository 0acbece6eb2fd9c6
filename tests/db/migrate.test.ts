/** Migrations: locked, backed up, checked, never half done; a newer schema is not served. */
import { createClient, type Client } from '@libsql/client'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, DatabaseRefused, openDatabase } from '#db/client.ts'
import { listObservations } from '#db/observations.ts'
import { findPerson } from '#db/people.ts'
import { migrate } from '#db/engine/migrate.ts'
import { newFolder, type Folder } from './temporary.ts'

let folder: Folder
let client: Client
beforeEach(() => {
  folder = newFolder()
  client = createClient({ url: folder.url, concurrency: 1 })
})
afterEach(async () => {
  client.close()
  await closeDatabase()
  folder.remove()
})

/** A migrations folder as drizzle-kit writes it; migrations are numbered from 1 as their time. */
function migrations(...sql: string[]): string {
  const place = path.join(folder.dataDir, `migrations-${sql.length}`)
  mkdirSync(path.join(place, 'meta'), { recursive: true })
  const entries = sql.map((text, at) => {
    writeFileSync(path.join(place, `000${at}_m.sql`), text)
    return { idx: at, version: '6', when: at + 1, tag: `000${at}_m`, breakpoints: true }
  })
  const journal = { version: '7', dialect: 'sqlite', entries }
  writeFileSync(path.join(place, 'meta/_journal.json'), JSON.stringify(journal))
  return place
}

const noBackUp = (): Promise<void> => Promise.resolve()

const tables = async (): Promise<unknown[]> =>
  (
    await client.execute(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name",
    )
  ).rows.map((row) => row['name'])

const FIRST = 'CREATE TABLE one (id INTEGER PRIMARY KEY, other INTEGER REFERENCES one (id));'
const SECOND = 'CREATE TABLE two (id);'

test('an empty database gets everything, once, without a backup', async () => {
  const backedUp: number[] = []
  const backUp = (applied: number) => Promise.resolve(void backedUp.push(applied))
  expect(await migrate(client, backUp, migrations(FIRST, SECOND))).toBe(2)
  expect(await migrate(client, backUp, migrations(FIRST, SECOND))).toBe(0)
  expect(await tables()).toEqual(['one', 'two'])
  expect(backedUp).toEqual([])
})

test('a database with data is backed up before the next migration', async () => {
  const backedUp: number[] = []
  await migrate(client, noBackUp, migrations(FIRST))
  const applied = await migrate(
    client,
    (number) => Promise.resolve(void backedUp.push(number)),
    migrations(FIRST, SECOND),
  )
  expect([applied, backedUp]).toEqual([1, [1]])
})

test('when the backup fails, nothing is changed', async () => {
  await migrate(client, noBackUp, migrations(FIRST))
  const full = (): Promise<void> => Promise.reject(new Error('disk full'))
  await expect(migrate(client, full, migrations(FIRST, SECOND))).rejects.toThrow('disk full')
  expect(await tables()).toEqual(['one'])
})

test('a migration that fails in its middle changes nothing', async () => {
  await migrate(client, noBackUp, migrations(FIRST))
  const broken = migrations(FIRST, `${SECOND}\n--> statement-breakpoint\nCREATE TABLE no-good (;`)
  await expect(migrate(client, noBackUp, broken)).rejects.toThrow('syntax error')
  expect(await tables()).toEqual(['one'])
})

test('a migration after which a row points to nothing is refused and changes nothing', async () => {
  await migrate(client, noBackUp, migrations(FIRST))
  await client.execute('INSERT INTO one VALUES (1, NULL), (2, 1)')
  const breaking = migrations(FIRST, 'DELETE FROM one WHERE id = 1;')
  await expect(migrate(client, noBackUp, breaking)).rejects.toThrow(DatabaseRefused)
  expect((await client.execute('SELECT count(*) AS n FROM one')).rows[0]?.['n']).toBe(2)
})

test('a database of a newer version is refused', async () => {
  await migrate(client, noBackUp, migrations(FIRST, SECOND))
  await expect(migrate(client, noBackUp, migrations(FIRST))).rejects.toThrow('newer version')
})

test('a database with another history is refused', async () => {
  await migrate(client, noBackUp, migrations(FIRST, SECOND))
  await client.execute('UPDATE __drizzle_migrations SET created_at = 1.5 WHERE created_at = 1')
  await expect(migrate(client, noBackUp, migrations(FIRST, SECOND))).rejects.toThrow(
    'other migrations',
  )
})

test('the real database: the newer one is refused, the older one is backed up first', async () => {
  const options = { url: folder.url, authToken: undefined, dataDir: folder.dataDir }
  await openDatabase(options)
  await closeDatabase()
  await client.execute("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9e15)")
  await expect(openDatabase(options)).rejects.toThrow('newer version')
  await client.execute('DELETE FROM __drizzle_migrations WHERE created_at = 9e15')
  await openDatabase(options)
  expect(existsSync(path.join(folder.dataDir, 'backups'))).toBe(false)
})

describe('a database of every released schema', () => {
  const released = readMigrationFiles({ migrationsFolder: 'db/migrations' })
  test.each(released.slice(0, -1).map((_, at) => at + 1))(
    'the one after %i migrations is brought here with its rows',
    async (count) => {
      await migrate(client, noBackUp, firstOf(count))
      await client.executeMultiple(`
        INSERT INTO people (id, sign_in_name, name, language, password_hash, created_at)
          VALUES ('p', 'rosa', 'Rosa', 'es', 'x', 1);
        INSERT INTO roles (person, role, programme, created_at) VALUES ('p', 'trainee', 'kidney', 1);
        INSERT INTO observations (id, person, programme, observer, observed_at, note)
          VALUES ('o', 'p', 'kidney', 'p', 5, 'Calm.');
        INSERT INTO observed_levels (observation, competency, level) VALUES ('o', 'listening', 2);`)
      await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
      expect((await findPerson('p'))?.roles).toEqual([{ role: 'trainee', programme: 'kidney' }])
      expect(await listObservations('p')).toMatchObject([
        { id: 'o', note: 'Calm.', levels: { listening: 2 }, writtenAt: 5, amendedBy: null },
      ])
      expect(readdirSync(path.join(folder.dataDir, 'backups'))).toHaveLength(1)
    },
  )
})

/** The real migrations as far as a release had them. */
function firstOf(count: number): string {
  const place = path.join(folder.dataDir, `released-${count}`)
  cpSync('db/migrations', place, { recursive: true })
  const file = path.join(place, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] }
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return place
}
