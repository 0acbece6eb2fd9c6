/** A database with people in every state, as the version of 27 November 2026 left it, opens here with all that it held. */
import { createClient, type Client, type Row } from '@libsql/client'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { nameHas } from '#db/names.ts'
import { closeDatabase, database, openDatabase } from '#db/client.ts'
import { CLOCK_MARK } from '#db/engine/mark-clock.ts'
import { listMentors } from '#tests/read-desk.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import { findStandingHistory } from '#db/standing-history.ts'
import type { Moment } from '#domain/calendar/days.ts'
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
    const columns = Object.keys(old[0] ?? {})
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
    const { asked, pauses, lapses } = await findStandingHistory(person)
    const facts = {
      signOffs,
      asked,
      pauses,
      lapses,
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

const trainees = (): Promise<{ person: string; name: string }[]> =>
  database().all(
    "SELECT t.person, p.name FROM roles t JOIN people p ON p.id = t.person WHERE t.role = 'trainee'",
  )
