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

test('what somebody said of their areas stays as they said it, also where a sign-off says otherwise', async () => {
  await migrate(client, noBackUp, firstOf(tags().indexOf('0038_areas-in-force')))
  const signOff = (id: string, person: string, at: number, decision: string, areas: string) =>
    `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, evidence, evidence_hash, comfort_areas)
      VALUES ('${id}', '${person}', 'kidney', 'c', ${at}, '${decision}', '', '', '', '', '[]', '', '${areas}');`
  await client.executeMultiple(`
    INSERT INTO people (id, sign_in_name, name, language, password_hash, created_at) VALUES
      ('c', 'carla', 'Carla', 'es', 'x', 1), ('in-force', 'a', 'A', 'es', 'x', 1), ('said', 'b', 'B', 'es', 'x', 1),
      ('took-back', 'd', 'D', 'es', 'x', 1), ('withdrawn', 'e', 'E', 'es', 'x', 1), ('not-now', 'f', 'F', 'es', 'x', 1);
    ${signOff('1', 'in-force', 5, 'ready', '["pain"]')}
    ${signOff('2', 'in-force', 9, 'ready', '["copd","pain"]')}
    ${signOff('3', 'said', 5, 'ready', '["copd"]')}
    ${signOff('4', 'took-back', 5, 'ready', '["copd"]')}
    ${signOff('5', 'withdrawn', 5, 'ready', '["copd"]')}
    INSERT INTO withdrawals (sign_off, withdrawn_by, withdrawn_at, reason) VALUES ('5', 'c', 6, '');
    ${signOff('6', 'not-now', 5, 'ready', '["copd"]')}
    ${signOff('7', 'not-now', 9, 'more-practice', '["copd"]')}
    INSERT INTO person_areas (person, area, chosen_at, chosen_by, left_at, left_by) VALUES
      ('said', 'pain', 3, 'said', NULL, NULL), ('took-back', 'copd', 3, 'took-back', 4, 'took-back');
    INSERT INTO profile_fields (person, field, value, "by", at) VALUES
      ('said', 'areas', '', 'said', 3), ('took-back', 'areas', '', 'took-back', 4);
    INSERT INTO overviews (person, done, steps, last_item, last_at, course_shape) VALUES
      ('in-force', 1, 2, '', 1, 'x'), ('withdrawn', 1, 2, '', 1, 'x');`)
  expect(await migrate(client, noBackUp, 'db/migrations')).toBeGreaterThan(0)
  const rows = async (statement: string) =>
    (await client.execute(statement)).rows.map((row) => Object.values(row))
  expect(
    await rows('SELECT person, area, chosen_at, chosen_by, left_at FROM person_areas ORDER BY id'),
  ).toEqual([
    ['said', 'pain', 3, 'said', null],
    ['took-back', 'copd', 3, 'took-back', 4],
    ['in-force', 'copd', 9, 'c', null],
    ['in-force', 'pain', 9, 'c', null],
  ])
  expect(
    await rows(
      `SELECT person, "by", at, told_at FROM profile_fields WHERE field = 'areas' ORDER BY at`,
    ),
  ).toEqual([
    ['said', 'said', 3, null],
    ['took-back', 'took-back', 4, null],
    ['in-force', 'c', 9, 9],
  ])
  expect(await rows('SELECT person, course_shape FROM overviews ORDER BY person')).toEqual([
    ['in-force', ''],
    ['withdrawn', 'x'],
  ])
})

const tags = (): string[] =>
  (
    JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
      entries: { tag: string }[]
    }
  ).entries.map(({ tag }) => tag)

/** The real migrations as far as a release had them. */
function firstOf(count: number): string {
  const place = path.join(folder.dataDir, `released-${count}`)
  cpSync('db/migrations', place, { recursive: true })
  const file = path.join(place, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] }
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return place
}
