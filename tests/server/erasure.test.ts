/** Erasing a person, and a restore that would bring them back: what was theirs is found nowhere. */
import { copyFileSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup, closeDatabase, database, openDatabase, write, type Query } from '#db/client.ts'
import { ERASURE } from '#db/erasure-table.ts'
import { erasePerson, previewErasure } from '#server/running/erase.ts'
import { restoreBackup } from '#server/running/restore.ts'
import { eraseWhatIsClosed } from '#server/running/erasure-log.ts'
import { newFolder, person } from '#tests/db/temporary.ts'

const NOW = Date.now()
const folder = newFolder()
// Before anything reads a setting.
process.env['DATA_DIR'] = folder.dataDir
const open = (): Promise<void> =>
  openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
const rows = (text: string) => database().all<Record<string, unknown>>(text)
const copy = path.join(folder.dataDir, 'monday.db')

/** Every column of these rows that the schema asks for and nobody named. */
async function row(
  table: string,
  values: Readonly<Record<string, string | number>>,
): Promise<Query> {
  const columns = await rows(`PRAGMA table_info("${table}")`)
  const all: Record<string, string | number> = { ...values }
  for (const { name, notnull, dflt_value, type } of columns)
    if (notnull && dflt_value === null && !(String(name) in all))
      all[String(name)] = type === 'integer' ? NOW : ''
  const names = Object.keys(all)
  return {
    sql: `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => '?').join()})`,
    args: Object.values(all),
  }
}

let planted = 0
/** A word that stands nowhere else. */
const canary = (): string => `qzcanary${String(++planted).padStart(2, '0')}zq`

/** Of Rosa, in every table that keeps words about her. */
const PLANTED: readonly (readonly [string, () => Readonly<Record<string, string | number>>])[] = [
  [
    'roles',
    () => ({ person: 'rosa', role: 'trainee', programme: 'kidney', archived_reason: canary() }),
  ],
  ['profile_fields', () => ({ person: 'rosa', field: 'needs', value: canary(), by: 'ben' })],
  ['sessions', () => ({ id: 's1', person: 'rosa', device: canary() })],
  [
    'security_events',
    () => ({
      id: 'e1',
      kind: 'signed-in',
      way: 'password',
      person: 'rosa',
      device: canary(),
      network: '',
    }),
  ],
  [
    'applications',
    () => ({ id: 'a1', programme: 'kidney', name: canary(), contact: canary(), answers: canary() }),
  ],
  ['application_accounts', () => ({ application: 'a1', person: 'rosa', by: 'ben' })],
  [
    'first_talks',
    () => ({
      id: 't1',
      application: 'a1',
      coordinator: 'ben',
      outcome: 'invite',
      message: canary(),
      internal_note: canary(),
    }),
  ],
  [
    'links',
    () => ({
      id: 'l1',
      kind: 'invitation',
      used_by: 'rosa',
      name: canary(),
      email: `${canary()}@example.org`,
    }),
  ],
  [
    'outbox',
    () => ({ id: 'm1', recipient: 'rosa@example.org', subject: canary(), text: canary() }),
  ],
  ['passkeys', () => ({ id: 'k1', person: 'rosa', name: canary() })],
  [
    'records',
    () => ({ id: 'r1', person: 'rosa', kind: 'reflection-sent', value: canary(), source: 'web' }),
  ],
  ['notes', () => ({ id: 'n1', person: 'rosa', author: 'ben', kind: 'internal', text: canary() })],
  ['messages', () => ({ id: 'g1', sent_by: 'ben', text_en: canary(), people: 1 })],
  ['message_notes', () => ({ message: 'g1', person: 'rosa', note: 'n1' })],
  ['observations', () => ({ id: 'o1', person: 'rosa', observer: 'ben', note: canary() })],
  [
    'incidents',
    () => ({
      id: 'i1',
      person: 'rosa',
      programme: 'kidney',
      owner: 'ben',
      written_by: 'ben',
      text: canary(),
    }),
  ],
  [
    'incident_steps',
    () => ({ id: 'i1s', incident: 'i1', by: 'ben', owner: 'ben', ends: 1, text: canary() }),
  ],
  [
    'sign_offs',
    () => ({
      id: 'so1',
      person: 'rosa',
      programme: 'kidney',
      decided_by: 'ben',
      decision: 'ready',
      reason: canary(),
      place: canary(),
      evidence: canary(),
      evidence_hash: 'hash',
    }),
  ],
  ['commitments', () => ({ sign_off: 'so1', declared_name: canary() })],
  ['talks', () => ({ id: 'tk1', person: 'rosa', coordinator: 'ben', note: canary() })],
  [
    'check_entries',
    () => ({ id: 'c1', person: 'rosa', line: 'main', act: 'came', number: canary(), by: 'ben' }),
  ],
  ['mentor_requests', () => ({ id: 'q1', reference: 'K7-4QX' })],
  [
    'proposals',
    () => ({
      id: 'p1',
      request: 'q1',
      mentor: 'rosa',
      sign_off: 'so1',
      by: 'ben',
      reasons: canary(),
    }),
  ],
  ['pairings', () => ({ id: 'pa1', proposal: 'p1', request: 'q1', mentor: 'rosa', by: 'ben' })],
  [
    'check_ins',
    () => ({ id: 'ci1', pairing: 'pa1', after: 'first', going: 'well', text: canary(), by: 'ben' }),
  ],
]

/** Which of the words stand in a file of DATA_DIR, whatever it is, but for backups that were made before. */
function found(): string[] {
  const files = readdirSync(folder.dataDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !/monday|half|before-restore/.test(one.name))
    .map((one) => readFileSync(path.join(one.parentPath, one.name), 'latin1'))
  const words = Array.from(
    { length: planted },
    (_, n) => `qzcanary${String(n + 1).padStart(2, '0')}zq`,
  )
  return ['Rosa Quispe', 'rosa@example.org', ...words].filter((word) =>
    files.some((text) => text.includes(word)),
  )
}

beforeAll(async () => {
  await open()
  await write([person('rosa'), person('ben'), person('ana')])
  await write([
    "UPDATE people SET name = 'Rosa Quispe', sign_in_name = 'rosa@example.org', email = 'rosa@example.org' WHERE id = 'rosa'",
    await row('roles', { person: 'ana', role: 'administrator', programme: '' }),
  ])
  for (const [table, values] of PLANTED) await write([await row(table, values())])
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})

test('every table is in the list once, and every column of words in rows that stay is emptied or named', async () => {
  const tables = (
    await rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'find_words%' AND name NOT LIKE '%migrations%' AND name NOT LIKE 'alongside^_%' ESCAPE '^'",
    )
  ).map(({ name }) => String(name))
  expect(ERASURE.map(({ table }) => table).sort()).toEqual(tables.sort())
  const forgotten: string[] = []
  for (const { table, does, keeps } of ERASURE.filter((one) => one.keeps !== '*'))
    for (const { name, type } of await rows(`PRAGMA table_info("${table}")`)) {
      const isEmptied = does.some(
        (one) => one.startsWith('UPDATE') && one.includes(` ${String(name)} = `),
      )
      if (type === 'text' && !isEmptied && !keeps.split(' ').includes(String(name)))
        forgotten.push(`${table}.${String(name)}`)
    }
  expect(forgotten).toEqual([])
})

test('Rosa supports somebody, and is not erased before that has ended', async () => {
  expect(await erasePerson('rosa', NOW)).toBe('open-pairing')
  expect(await previewErasure('rosa@example.org')).toMatchObject({ name: 'Rosa Quispe' })
  await write([await row('pairing_ends', { pairing: 'pa1', why: 'other', by: 'ben' })])
})

test('the only administrator is not erased', async () => {
  expect(await erasePerson('ana', NOW)).toBe('last-administrator')
})

test('Rosa is erased: no word of hers is left in any file, and that Ben signed her off stays', async () => {
  await backup({ file: copy })
  expect(planted).toBeGreaterThan(20)
  expect(found()).toHaveLength(planted + 2)
  expect(await erasePerson('rosa', NOW)).toBe('erased')
  expect(found()).toEqual([])
  expect(
    await rows(
      "SELECT decided_by, decision, evidence, evidence_hash FROM sign_offs WHERE person = 'rosa'",
    ),
  ).toEqual([{ decided_by: 'ben', decision: 'ready', evidence: '[]', evidence_hash: 'hash' }])
  expect(await rows("SELECT name, sign_in_name FROM people WHERE id = 'rosa'")).toEqual([
    { name: '—', sign_in_name: 'erased:rosa' },
  ])
  expect(await previewErasure('erased:rosa')).toBe(null)
  expect(readFileSync(path.join(folder.dataDir, 'erasures.log'), 'utf8')).toMatch(
    /^\n\d{4}-\d\d-\d\d rosa\n$/,
  )
})

test('a restore is refused while the database is in use, and half a backup changes nothing', async () => {
  const half = path.join(folder.dataDir, 'half.db')
  copyFileSync(copy, half)
  truncateSync(half, 40_000)
  await closeDatabase()
  await expect(restoreBackup(half, NOW)).rejects.toThrow(/damaged|malformed|disk image/i)
  await expect(restoreBackup(path.join(folder.dataDir, 'none.db'), NOW)).rejects.toThrow(
    'There is no backup',
  )
  await open()
  expect(await rows("SELECT name FROM people WHERE id = 'rosa'")).toEqual([{ name: '—' }])
})

test('a restore of a backup from before does not bring Rosa back, and ends what was signed in', async () => {
  await closeDatabase()
  expect(await restoreBackup(copy, NOW)).toMatchObject({ erased: 1 })
  await open()
  expect(found()).toEqual([])
  expect(await rows("SELECT name FROM people WHERE id = 'rosa'")).toEqual([{ name: '—' }])
  expect(await rows('SELECT count(*) AS n FROM sessions')).toEqual([{ n: 0 }])
})

test('an open incident stays when Carl is erased, and goes when it is closed', async () => {
  await write([
    person('carl'),
    await row('incidents', {
      id: 'i2',
      person: 'carl',
      programme: 'kidney',
      owner: 'ben',
      written_by: 'ben',
      text: canary(),
    }),
  ])
  expect(await erasePerson('carl', NOW)).toBe('erased')
  expect(await rows("SELECT id FROM incidents WHERE person = 'carl'")).toEqual([{ id: 'i2' }])
  await write([
    await row('incident_steps', {
      id: 'i2s',
      incident: 'i2',
      by: 'ben',
      owner: 'ben',
      ends: 1,
      text: '',
    }),
  ])
  await eraseWhatIsClosed(NOW)
  expect(await rows("SELECT id FROM incidents WHERE person = 'carl'")).toEqual([])
  expect(await rows("SELECT id FROM incident_steps WHERE incident = 'i2'")).toEqual([])
})

test('the table in the docs says of each table what the list says', () => {
  const lines = readFileSync('docs/decisions/erasure.md', 'utf8').split('\n')
  const words = { erased: 'erased', nameless: 'stays without a name', kept: 'kept' } as const
  const missing = ERASURE.filter(
    ({ table, fate, why }) =>
      !lines.some(
        (line) =>
          line.startsWith(`| \`${table}\` `) &&
          line.includes(` ${words[fate]} `) &&
          line.includes(why || 'nothing'),
      ),
  )
  expect(missing.map(({ table }) => table)).toEqual([])
})
