/** A database with people in every state, as the version of 27 November 2026 left it, opens here with all that it held. */
import { createClient, type Client, type Row } from '@libsql/client'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { nameHas } from '#db/names.ts'
import { areasNow } from '#db/person-areas.ts'
import { closeDatabase, database, openDatabase, read, write } from '#db/client.ts'
import { CLOCK_MARK } from '#db/engine/mark-clock.ts'
import { listMentors } from '#tests/read-desk.ts'
import { listPackageExports } from '#db/package-exports.ts'
import { findProgress, historyOf } from '#db/records.ts'
import { findMessage } from '#db/replies.ts'
import { draftQuery } from '#db/sign-off-drafts.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import { findStandingHistory } from '#db/standing-history.ts'
import type { Moment } from '#domain/calendar/days.ts'
import { readSnapshot } from '#domain/readiness/snapshot.ts'
import { progressOf } from '#domain/learning/apply.ts'
import { keepsEarlierNeeds } from '#domain/readiness/earlier-needs.ts'
import { NO_CHECKS } from '#domain/readiness/checks.ts'
import { standingAt } from '#domain/readiness/standing.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { newFolder, type Folder } from './temporary.ts'

/** 28 November 2026, 20:50 UTC: just after the last row of it was written. */
const THEN = 1_795_899_000_000

const MOMENT: Moment = {
  now: THEN,
  today: '2026-11-28',
  tomorrow: THEN + 3 * 3_600_000,
  timeZone: 'UTC',
}

/** Where everybody stands on that day, whatever version reads the rows. */
const STANDINGS = {
  Erik: 'expired',
  Gil: 'ready-with-conditions',
  Inés: 'ready',
  Joyce: 'in-training',
  Lena: 'lapsed',
  Luz: 'waiting-for-sign-off',
  Marcus: 'ready-with-conditions',
  "Mo O'Neill": 'more-practice',
  Nadia: 'in-training',
  'Nora Núñez': 'not-this-role',
  Paula: 'paused',
  Ray: 'in-training',
  // Renewed, the commitment still open: the decision before it holds.
  Renata: 'ready',
  Sefa: 'waiting-for-second-signature',
  'Tom O’Brien': 'in-training',
  Walt: 'waiting-for-commitment',
  Wendy: 'withdrawn',
  'Ángela Vera': 'ready-with-conditions',
  Łukasz: 'ready',
}

let folder: Folder
let before: Map<string, Row[]>
let after: Map<string, Row[]>

beforeAll(async () => {
  folder = newFolder()
  const file = path.join(folder.dataDir, 'alongside.db')
  writeFileSync(file, gunzipSync(readFileSync('tests/fixtures/databases/2026-11-27.db.gz')))
  const client = createClient({ url: `file:${file}` })
  before = await rowsOf(client)
  client.close()
  await openDatabase({ url: `file:${file}`, authToken: undefined, dataDir: folder.dataDir })
  const opened = createClient({ url: `file:${file}` })
  after = await rowsOf(opened)
  opened.close()
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})

async function rowsOf(client: Client): Promise<Map<string, Row[]>> {
  const tables = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  )
  const rows = new Map<string, Row[]>()
  for (const { name } of tables.rows)
    rows.set(String(name), (await client.execute(`SELECT * FROM "${String(name)}"`)).rows)
  return rows
}

test('every row and every value that the older version saved is still there', () => {
  for (const [table, old] of before) {
    // The newest time that is believed is noted at the first opening, as one row more.
    const now = (after.get(table) ?? []).filter(({ id }) => id !== CLOCK_MARK)
    // With which course a line of a list was counted is nothing that anybody saved: it is counted again.
    const columns = Object.keys(old[0] ?? {}).filter((one) => one !== 'course_shape')
    const values = (rows: readonly Row[]): string[] =>
      rows.map((row) => JSON.stringify(columns.map((column) => row[column]))).sort()
    const kept = values(old)
    const there = values(now)
    expect({ table, lost: kept.filter((one) => !there.includes(one)) }).toEqual({ table, lost: [] })
    // Opening writes down what it did; it makes nothing else.
    if (!['__drizzle_migrations', 'audit', 'alongside_proof'].includes(table))
      expect({ table, rows: there.length }).toEqual({ table, rows: kept.length })
  }
  expect(before.size).toBeGreaterThan(35)
})

test('everybody stands where they stood', async () => {
  const found: Record<string, string> = {}
  for (const { person, name } of await trainees()) {
    const signOffs = await listSignOffs(person)
    const { asked, pauses, lapses, stops } = await findStandingHistory(person)
    const facts = {
      signOffs,
      asked,
      pauses,
      lapses,
      stops,
      checks: NO_CHECKS,
      secondSince: signOffs[0]?.secondSince ?? null,
      timeZone: 'UTC',
    }
    found[name] = standingAt(facts, THEN)
  }
  expect(found).toEqual(STANDINGS)
})

test('the register has the same mentors', async () => {
  const names = async (programme: string): Promise<string[]> =>
    (await listMentors(programme, ANYBODY, 'en', MOMENT, 1)).rows.map(({ name }) => name).sort()
  expect(await names('kidney')).toEqual(['Inés', 'Marcus', 'Renata', 'Łukasz'])
  expect(await names('long-term')).toEqual(['Ángela Vera'])
})

test('L5: whoever was signed off before keeps the earlier needs, and was seen to do no harm', async () => {
  const { rows } = await listMentors('kidney', ANYBODY, 'en', MOMENT, 1)
  expect(rows.map(({ needs, harm }) => ({ needs, harm }))).toEqual(
    rows.map(() => ({ needs: '', harm: false })),
  )
  expect(rows.every((mentor) => keepsEarlierNeeds(mentor, []))).toBe(true)
})

test('C15, item 4: every name can be searched and ordered, and what was put off without a day has one', async () => {
  const unfolded = await database().all('SELECT 1 FROM people WHERE folded IS NULL')
  const places = await database().all('SELECT 1 FROM sign_offs WHERE folded_place IS NULL')
  expect([unfolded, places]).toEqual([[], []])
  const found = await database().all<{ name: string }>(
    sql`SELECT name FROM people p WHERE ${nameHas('p', 'vera angela')}`,
  )
  expect(found.map(({ name }) => name)).toEqual(['Ángela Vera'])
  const later = await database().all<{ again_on: string | null }>(
    "SELECT again_on FROM first_talks WHERE outcome = 'later'",
  )
  expect(later).not.toEqual([])
  expect(later.every(({ again_on }) => /^\d{4}-\d\d-\d\d$/.test(again_on ?? ''))).toBe(true)
})

test('whoever is signed off has the areas of that sign-off as rows, each resting on nothing until renewal', async () => {
  const found = await database().all<{ name: string; areas: string }>(
    sql`SELECT p.name, ${sql.raw(areasNow('p.id'))} AS areas FROM people p
      WHERE EXISTS (SELECT 1 FROM person_areas a WHERE a.person = p.id) ORDER BY p.folded`,
  )
  const COMMON = '["dialysis-center","diabetes","work-and-family"]'
  expect(Object.fromEntries(found.map(({ name, areas }) => [name, areas]))).toEqual({
    Erik: COMMON,
    Gil: COMMON,
    Inés: '["transplant-waiting","transplant","family-member"]',
    Lena: COMMON,
    Marcus: COMMON,
    Paula: COMMON,
    Renata: COMMON,
    Sefa: COMMON,
    Walt: '["dialysis-home","low-mood"]',
    'Ángela Vera': COMMON,
    Łukasz: COMMON,
  })
  for (const { person } of await trainees())
    expect((await listSignOffs(person)).map(({ areaGrounds }) => areaGrounds ?? 'before')).toEqual(
      (await listSignOffs(person)).map(() => 'before'),
    )
})

test('all that is kept as JSON is what its kind says, and reads as it was written', async () => {
  const kinds = new Set<string>()
  const states = new Set<string>()
  for (const { person } of await trainees()) {
    const stored = rowsBefore('records').filter((row) => row['person'] === person)
    const history = await historyOf(person, 5000)
    expect(history.map(({ id, value }) => [id, JSON.stringify(value)]).sort()).toEqual(
      stored.map(({ id, value }) => [id, again(value)]).sort(),
    )
    for (const { kind } of history) kinds.add(kind)
    const progress = await findProgress(person)
    for (const { person: whose, item, state } of rowsBefore('progress'))
      if (whose === person) expect(JSON.stringify(progress[String(item)])).toBe(again(state))
    for (const { kind } of Object.values(progress)) states.add(kind)
    for (const signOff of await listSignOffs(person))
      expect(JSON.stringify(readSnapshot(signOff.evidence))).toBe(again(signOff.evidence || '[]'))
  }
  for (const { coordinator, person, answers } of rowsBefore('sign_off_drafts')) {
    const draft = await read(draftQuery(String(coordinator), String(person)))
    expect(draft?.answers).toEqual(JSON.parse(String(answers)))
  }
  const exports = await listPackageExports(1, 100)
  expect(exports.rows.map(({ id, packages }) => [id, packages]).sort()).toEqual(
    rowsBefore('package_exports')
      .map(({ id, packages }) => [id, JSON.parse(String(packages)) as unknown])
      .sort(),
  )
  // Whoever makes the fixture anew makes some of every kind.
  expect([kinds.size, states.size]).toEqual([11, 7])
  expect(exports.rows).not.toEqual([])
  expect(rowsBefore('sign_off_drafts')).not.toEqual([])
})

test('a row of a still older version opens, and one of a version to come is left in peace', async () => {
  const [somebody] = await trainees()
  const person = somebody?.person ?? ''
  await keep(person, '1', 'help-asked', '{"page":"/learn/consent"}')
  await keep(person, '2', 'paused', '{}')
  await keep(person, '3', 'question-skipped', '{"because":["tired"]}')
  await keepProgress(person, 'skipped', '{"kind":"skipped","of":3}')
  const history = await historyOf(person, 5000)
  expect(history.slice(0, 3).map(({ kind, value }) => [kind, value])).toEqual([
    ['help-asked', { page: '/learn/consent' }],
    ['paused', {}],
    ['question-skipped', { because: ['tired'] }],
  ])
  expect((await findMessage(idOf('1')))?.value).toEqual({ page: '/learn/consent' })
  await expect(findMessage(idOf('2'))).resolves.toBeNull()
  expect((await findProgress(person))['skipped']).toEqual({ kind: 'skipped', of: 3 })
  expect(progressOf(history.slice(1, 3))).toEqual({ kind: 'pause', since: 2 })
})

test('a row that holds something else than its kind is no record, and says which it is', async () => {
  const [, somebody] = await trainees()
  const person = somebody?.person ?? ''
  await keep(person, '4', 'turn-taken', '{"run":"r","step":0,"reply":"hear","verdicts":"kept"}')
  await expect(historyOf(person)).rejects.toThrow(`The record ${idOf('4')} holds no turn-taken.`)
  await keepProgress(person, 'skipped/quiz', '{"kind":"quiz","passed":"yes"}')
  await expect(findProgress(person)).rejects.toThrow('The progress of skipped/quiz holds')
})

const idOf = (n: string): string => `00000000-0000-7000-8000-00000000000${n}`
const keep = (person: string, n: string, kind: string, value: string) =>
  write([
    {
      sql: `INSERT INTO records (id, person, item, unit, revision, kind, value, made_at, received_at, source)
        VALUES (?, ?, 'course', 'course', 1, ?, ?, ?, ?, 'web')`,
      args: [idOf(n), person, kind, value, Number(n), Number(n)],
    },
  ])
const keepProgress = (person: string, item: string, state: string) =>
  write([
    {
      sql: 'INSERT INTO progress (person, item, state, records) VALUES (?, ?, ?, 1)',
      args: [person, item, state],
    },
  ])

/** As we write it: the fixture was made with blanks in it. */
const again = (text: unknown): string => JSON.stringify(JSON.parse(String(text)))

const rowsBefore = (table: string): readonly Row[] => before.get(table) ?? []

const trainees = (): Promise<{ person: string; name: string }[]> =>
  database().all(
    "SELECT t.person, p.name FROM roles t JOIN people p ON p.id = t.person WHERE t.role = 'trainee'",
  )
