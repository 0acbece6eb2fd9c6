/** What somebody gets who asks for all that is kept of them: every table says whether and how, and no more than that is handed out. */
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { allSteps } from '#domain/course/course.ts'
import * as schema from '#db/schema.ts'
import { ERASURE } from '#db/erasure-table.ts'
import { OWN_DATA, REVIEWED, type GivenTable } from '#db/own-data-table.ts'
import { OWN_RULES } from '#db/own-retention.ts'
import { OWN_KEPT_KINDS } from '#domain/retention/own-kept.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { wordsIn } from '#i18n/words.ts'
import {
  askForCorrection,
  askForErasure,
  askForNotes,
  takeBackDataRequest,
} from '#server/rights/ask-about-data.ts'
import { answerDataRequest, reviewNotes } from '#server/rights/answer-data-request.ts'
import { downloadOwn } from '#server/rights/download-own.ts'
import { eraseByAdministrator } from '#server/rights/erase-by-administrator.ts'
import { eraseRows } from '#server/running/erase.ts'
import type { SignedIn } from '#server/access/session.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { showOwnData, showOwnKept } from '#server/show/own-data.ts'
import { saveWriting } from '#server/learning/save-writing.ts'
import { writeNote } from '#server/reviews/write-note.ts'
import { newId } from '#server/trail/new-id.ts'
import { DAY, english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const columnsOf = new Map(
  Object.values(schema as unknown as Record<string, SQLiteTable>).map((table) => [
    getTableName(table),
    Object.keys(getTableColumns(table)).map((name) =>
      name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`),
    ),
  ]),
)
const handedOut = OWN_DATA.filter((one): one is GivenTable => one.how !== 'left-out')

test('every table says whether it is handed out, and every column of one that is stands in it or is left out by name', () => {
  expect([...new Set(OWN_DATA.map(({ table }) => table))].sort()).toEqual(
    [...columnsOf.keys()].sort(),
  )
  const forgotten = [...columnsOf].flatMap(([table, columns]) => {
    const rows = handedOut.filter((one) => one.table === table)
    if (rows.length === 0) return []
    const named = rows.flatMap(({ columns: given, omits }) => [
      ...given.map(({ name }) => name),
      ...omits,
    ])
    return columns.filter((one) => !named.includes(one)).map((one) => `${table}.${one}`)
  })
  expect(forgotten).toEqual([])
})

test('what only staff may see is handed out by nobody but a coordinator', () => {
  const secret = [
    'notes.internal',
    'sign_offs.internal_note',
    'sign_offs.otherwise',
    'first_talks.internal_note',
    'stops.reason',
    'incidents.text',
    'observed_levels.harm',
    'follow_ups.text',
  ]
  for (const one of secret) {
    const [table, column = ''] = one.split('.')
    const open = handedOut.filter(({ table: name, how }) => name === table && how === 'given')
    for (const { columns, where } of open) {
      if (table === 'notes') expect(where).toContain("t.kind = 'shared'")
      else expect(columns.map(({ name }) => name)).not.toContain(column)
    }
    expect(REVIEWED.some(({ table: name }) => name === table)).toBe(true)
  }
  const given = handedOut.flatMap(({ table, columns }) =>
    columns.map(({ name }) => `${table}.${name}`),
  )
  for (const one of [
    'people.password_hash',
    'code_apps.secret',
    'recovery_codes.id',
    'links.id',
    'sessions.id',
    'outbox.text',
    'passkeys.public_key',
  ])
    expect(given).not.toContain(one)
})

test('each table, column and kind that is handed out has words in both languages', () => {
  for (const language of ['en', 'es'] as const) {
    const { ownData: words, dataRights } = wordsIn(language)
    for (const { what, columns } of handedOut) {
      expect(Object.keys(words.tables)).toContain(what)
      for (const { name } of columns) expect(Object.keys(words.columns)).toContain(name)
    }
    expect(Object.keys(dataRights.kept.rows).sort()).toEqual([...OWN_KEPT_KINDS].sort())
  }
  const enums = Object.values(schema as unknown as Record<string, SQLiteTable>).flatMap((table) => {
    const words = handedOut
      .filter(({ table: name }) => name === getTableName(table))
      .flatMap(({ columns }) => columns)
    return Object.entries(getTableColumns(table)).flatMap(([name, column]): readonly string[] => {
      const { enumValues } = column as { readonly enumValues?: readonly string[] }
      const kept = name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`)
      return words.some((one) => one.name === kept && one.kind === 'word') ? (enumValues ?? []) : []
    })
  })
  const known = Object.keys(wordsIn('en').ownData.values)
  expect(enums.filter((one) => one !== '' && !known.includes(one))).toEqual([])
  expect(Object.keys(wordsIn('es').ownData.values)).toEqual(known)
})

test('what an erasure takes and what stays is said in words of both languages, never by the name of a table', () => {
  const safety = ['notes', 'follow_ups', 'incidents', 'incident_steps']
  for (const language of ['en', 'es'] as const) {
    const { tables, why } = wordsIn(language).dataRights.erasure
    const takes = ERASURE.filter(({ does }) => does.some((one) => one.startsWith('DELETE')))
    expect(takes.map(({ table }) => table).filter((table) => !tables[table])).toEqual([])
    const stays = ERASURE.filter(
      ({ table, fate }) => fate === 'nameless' && !safety.includes(table),
    )
    expect(stays.map(({ table }) => table).filter((table) => !why[table])).toEqual([])
  }
})

const all = async (name: keyof Platform['cast'], closedBefore?: number) => {
  const person = platform.cast[name]
  const download = await downloadOwn(
    closedBefore === undefined ? person : { ...person, closedBefore },
    NOW,
  )
  const parts = []
  for await (const part of download.rows) parts.push(part)
  return { ...download, parts, text: JSON.stringify(parts) }
}

test('Nadia gets a reflection that she shared with nobody, and nobody else’s; no internal note about her', async () => {
  const { nadia, ray, carla } = platform.cast
  const reflection = allSteps(english).find(({ kind }) => kind === 'reflection')
  if (reflection?.kind !== 'reflection') throw new Error('the course has changed its shape')
  for (const [person, words] of [
    [nadia, 'only-for-nadia'],
    [ray, 'only-for-ray'],
  ] as const)
    await saveWriting(
      await learnerOf(person),
      reflection,
      { text: words, share: false, fields: {} },
      newId(NOW),
      NOW,
    )
  for (const kind of ['shared', 'internal', 'concern'] as const)
    await writeNote(
      carla,
      { id: nadia.id, programme: 'kidney' },
      { id: newId(NOW), kind, text: `note-${kind}` },
      NOW,
    )
  const { text, parts, review } = await all('nadia')
  expect(text).toContain('only-for-nadia')
  expect(text).not.toContain('only-for-ray')
  expect(text).toContain('note-shared')
  expect(text).not.toMatch(/note-internal|note-concern/)
  expect(review).toBe('not-asked')
  expect(parts.map(({ what }) => what)).toEqual(handedOut.map(({ what }) => what))
  // In a session that a code of staff opened, what she wrote for herself before stays closed.
  const closed = await all('nadia', NOW + 1000)
  expect(closed.isClosed).toBe(true)
  expect(closed.text).not.toContain('only-for-nadia')
  expect(
    await platform.rows("SELECT actor FROM audit WHERE act = 'own-data-downloaded' ORDER BY id"),
  ).toHaveLength(2)
})

test('a hundred thousand records come in pages, each once, newest first', async () => {
  const { joyce } = platform.cast
  const many = 100_000
  await write([
    {
      sql: `INSERT INTO records (id, person, item, unit, revision, kind, value, made_at, received_at, source)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        SELECT printf('%08d-many', i), ?, 'x', 'x', 1, 'lesson-read', '{}', ? + i / 3, ?, 'web' FROM n`,
      args: [many, joyce.id, NOW, NOW],
    },
  ])
  const { rows } = await downloadOwn(joyce, NOW)
  let [count, biggest, before] = [0, 0, Number.POSITIVE_INFINITY]
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const isSorted = (page: readonly (readonly unknown[])[]): boolean =>
    page.every(([at]) => {
      const isOlder = Number(at) <= before
      before = Number(at)
      return isOlder
    })
  for await (const { what, rows: page } of rows) {
    if (what !== 'records') continue
    biggest = Math.max(biggest, page.length)
    expect(isSorted(page)).toBe(true)
    count += page.length
  }
  clearInterval(timer)
  expect(count).toBeGreaterThanOrEqual(many)
  expect(count).toBeLessThan(many + 100)
  expect(biggest).toBe(500)
  // Others had a turn between pages.
  expect(turns).toBeGreaterThan(50)
})

test('Nadia asks for a correction once, for the notes, and to be erased; each waits, and she takes one back', async () => {
  const { nadia, ray } = platform.cast
  const id = newId(NOW)
  expect(await askForCorrection(nadia, { id, text: ' ' }, NOW)).toEqual({
    kind: 'refused',
    problem: 'missing',
  })
  expect(await askForCorrection(nadia, { id, text: 'x'.repeat(4001) }, NOW)).toEqual({
    kind: 'refused',
    problem: 'too-long',
  })
  expect(await askForCorrection(nadia, { id, text: 'I was there.' }, NOW)).toEqual({
    kind: 'asked',
  })
  expect(await askForCorrection(nadia, { id, text: 'I was there.' }, NOW)).toEqual({
    kind: 'asked',
  })
  expect(await askForCorrection(nadia, { id: newId(NOW), text: 'And more.' }, NOW)).toEqual({
    kind: 'refused',
    problem: 'waiting',
  })
  await askForNotes(nadia, NOW)
  await askForNotes(nadia, NOW)
  await askForErasure(nadia, NOW)
  const { requests } = await showOwnData(nadia)
  expect(requests.map(({ kind, programme }) => [kind, programme]).sort()).toEqual([
    ['correction', 'kidney'],
    ['erasure', ''],
    ['notes', 'kidney'],
  ])
  const erasure = requests.find(({ kind }) => kind === 'erasure')?.id ?? ''
  expect(await takeBackDataRequest(ray, erasure, NOW)).toEqual({ kind: 'not-allowed' })
  expect(await takeBackDataRequest(nadia, erasure, NOW)).toEqual({ kind: 'taken-back' })
  expect(await takeBackDataRequest(nadia, erasure, NOW)).toEqual({ kind: 'taken-back' })
  expect(
    (await showOwnData(nadia)).requests.find(({ kind }) => kind === 'erasure')?.answer?.answer,
  ).toBe('taken-back')
})

test('how long it is kept names a day where the time runs, and says so where it does not', async () => {
  const lines = new Map((await showOwnKept(platform.cast.nadia)).map((line) => [line.what, line]))
  expect(lines.get('account')?.next).toBe('stays')
  expect(lines.get('notes')?.next).toBe('when-left')
  expect(lines.get('packageLaunches')?.next).toBe('nothing')
  const seen = lines.get('dataRequests')
  expect(seen?.next).toBe(NOW + 730 * DAY)
  expect(OWN_RULES.length).toBeGreaterThan(10)
})

test('who may not answer, release or erase is refused, and nothing is written', async () => {
  const { nadia, ray, carla, gwen, oscar, ana } = platform.cast
  const { requests } = await showOwnData(nadia)
  const idOf = (kind: string): string => requests.find((one) => one.kind === kind)?.id ?? ''
  const [correction, notes] = [idOf('correction'), idOf('notes')]
  const mail = (): null => null
  const yes = { answer: 'done', text: '' } as const
  for (const by of [nadia, ray, gwen, oscar])
    expect(await answerDataRequest(by, correction, yes, mail, NOW)).toEqual(NOT_ALLOWED)
  // Administrators do not read what staff wrote among themselves.
  for (const by of [nadia, ray, gwen, oscar, ana])
    expect(await reviewNotes(by, notes, {}, mail, NOW)).toEqual(NOT_ALLOWED)
  expect(await answerDataRequest(carla, notes, yes, mail, NOW)).toEqual(NOT_ALLOWED)
  const session = (by: Person): SignedIn => ({ person: by.id, authenticatedAt: NOW }) as SignedIn
  for (const by of [nadia, carla, gwen])
    expect(await eraseByAdministrator(by, session(by), ray.id, ray.name, NOW)).toEqual(NOT_ALLOWED)
  expect(await platform.rows('SELECT * FROM data_answers WHERE request <> ?', '')).toHaveLength(1)
  const refused = async (id: string, typed: string, at = NOW) =>
    eraseByAdministrator(ana, session(ana), id, typed, at)
  expect(await refused(ana.id, ana.name)).toEqual({ kind: 'refused', why: 'oneself' })
  expect(await refused(ray.id, 'Rae')).toEqual({ kind: 'refused', why: 'name' })
  expect(await refused(ray.id, ray.name, NOW + 6 * 60_000)).toEqual({
    kind: 'refused',
    why: 'not-fresh',
  })
})

test('Carla answers the correction once, and Nadia reads it; a no needs a reason', async () => {
  const { nadia, carla, cesar } = platform.cast
  const request = (await showOwnData(nadia)).requests.find(({ kind }) => kind === 'correction')
  const answer = (by: Person, said: 'done' | 'not-done' | null, text: string) =>
    answerDataRequest(by, request?.id, { answer: said, text }, () => null, NOW)
  expect(await answer(carla, null, '')).toEqual({ kind: 'refused', problem: 'outcome-missing' })
  expect(await answer(carla, 'not-done', ' ')).toEqual({ kind: 'refused', problem: 'text-missing' })
  expect(await answer(carla, 'not-done', 'The list of that day says otherwise.')).toEqual({
    kind: 'answered',
  })
  expect(await answer(cesar, 'done', '')).toEqual({ kind: 'refused', problem: 'answered' })
  const { requests } = await showOwnData(nadia)
  expect(requests.find(({ kind }) => kind === 'correction')?.answer).toMatchObject({
    answer: 'not-done',
    text: 'The list of that day says otherwise.',
    byName: 'Carla',
  })
})

test('what was on its way while somebody was erased does not come back, and the erasure is whole', async () => {
  const { ray } = platform.cast
  const learner = await learnerOf(ray)
  const [lesson] = english.modules.flatMap(({ lessons }) => lessons)
  if (!lesson) throw new Error('the course has no lesson')
  const before = await platform.rows('SELECT count(*) AS n FROM records WHERE person = ?', ray.id)
  // Sent at once: one batch stands whole before the other.
  const [sync, erased] = await Promise.allSettled([
    readLesson(learner, lesson, newId(NOW), NOW),
    eraseRows(ray.id, '', NOW),
  ])
  expect(before).not.toEqual([{ n: 0 }])
  expect(erased).toMatchObject({ status: 'fulfilled', value: 'erased' })
  expect(['fulfilled', 'rejected']).toContain(sync.status)
  const late = readLesson(learner, lesson, newId(NOW), NOW)
  await expect(late).rejects.toThrow('This person was erased')
  for (const table of ['records', 'progress', 'sessions', 'notes'])
    expect(
      await platform.rows(`SELECT count(*) AS n FROM ${table} WHERE person = ?`, ray.id),
    ).toEqual([{ n: 0 }])
})
