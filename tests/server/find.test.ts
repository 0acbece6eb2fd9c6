/** Finding somebody: by what, across what, for whom – and by an index, however many people there are. */
import { sql } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateCode } from '#db/certificate-code.ts'
import { insertApplication } from '#db/applications.ts'
import { write } from '#db/client.ts'
import { foundSql } from '#db/find.ts'
import { markLinkUsed, withdrawLink } from '#db/links.ts'
import { insertPerson, insertRole, updateContact, updateName } from '#db/people.ts'
import { insertSignOff } from '#db/sign-offs.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { findTerms } from '#domain/people/find.ts'
import { inGroups } from '#domain/people/code.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { prepareLink } from '#server/access/make-link.ts'
import { askFind, openFind } from '#server/people/ask-find.ts'
import { showFound, type Found } from '#server/show/coordinate/find.ts'
import { newId } from '#server/trail/new-id.ts'
import { also, type Cast } from '#tests/cast.ts'
import { addMany } from '#tests/many-trainees.ts'
import { openPlatform, type Platform } from './platform.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
let platform: Platform
let cast: Cast
/** Three people of one name: one in each programme, and one who left. */
let maria: Record<'kidney' | 'longTerm' | 'left', string>
let decision: string
let application: string

async function joins(
  name: string,
  programme: string,
  more: { email?: string; phone?: string } = {},
) {
  const id = newId(NOW)
  const createdAt = NOW - 40 * DAY_MS
  await write([
    insertPerson({ id, signInName: id, name, language: 'en', createdAt, ...more }),
    insertRole({ person: id, role: 'trainee', programme, createdAt }),
  ])
  return id
}

beforeAll(async () => {
  platform = await openPlatform()
  cast = platform.cast
  maria = {
    kidney: await joins('María Núñez López', 'kidney', {
      email: 'maria.nunez@example.org',
      phone: '0161 555 0123',
    }),
    longTerm: await joins('Maria Nunez', 'long-term', { phone: '+1 (773) 555-0199' }),
    left: await joins('Maria Nunez', 'kidney', { email: 'other@example.org' }),
  }
  await write(
    [
      sql`UPDATE roles SET archived_at = ${NOW}, archived_reason = 'moved' WHERE person = ${maria.left}`,
    ].map((one) => ({
      sql: new SQLiteAsyncDialect().sqlToQuery(one).sql,
      args: [NOW, maria.left],
    })),
  )
  decision = newId(NOW)
  const empty = { reason: 'r', conditions: '', internalNote: '', otherwise: '', evidence: '[]' }
  await write([
    insertSignOff({
      ...empty,
      ...{ id: decision, person: maria.kidney, programme: 'kidney', decidedBy: cast.carla.id },
      ...{ decidedAt: NOW, decision: 'ready', expiresOn: '2027-01-01', evidenceHash: '' },
      place: 'Ñuñoa, South Side',
    }),
  ])
  application = newId(NOW)
  await write([
    insertApplication({
      ...{ id: application, programme: 'kidney', name: 'Åse Müller', contact: '0034 600 111 222' },
      ...{ language: 'es', answers: '{"why":"secret words"}', sentAt: NOW },
    }),
  ])
})
afterAll(() => platform.close())

async function find(by: Person, typed: string): Promise<readonly Found[]> {
  const asked = await askFind(by, typed, NOW)
  if (asked.kind !== 'asked') throw new Error('refused')
  const shown = await showFound(by, asked.locked, 'en', NOW)
  return shown?.found ?? []
}
const idsOf = async (by: Person, typed: string): Promise<string[]> =>
  (await find(by, typed)).map(({ id }) => id)

describe('a coordinator finds', () => {
  test.each([
    'maria nunez lopez',
    'LÓPEZ maría',
    'lop mar nu',
    'maria.nunez@example.org',
    '0161 555 0123',
    '+44 161 555 0123',
    '(0161)555-0123',
    '1615550123',
    '5550123',
    'south side maria',
    'nunoa',
    'maría south 555 0123',
  ])('somebody by %j', async (typed) => {
    expect(await idsOf(cast.carla, typed)).toEqual([maria.kidney])
  })

  test('somebody by the reference of a decision, and by the code of the certificate', async () => {
    const code = certificateCode(decision)
    for (const typed of [decision.slice(-8), code, inGroups(code), inGroups(code).toLowerCase()]) {
      const found = await find(cast.carla, typed)
      expect([typed, found.map(({ id }) => id)]).toEqual([typed, [maria.kidney]])
    }
    expect((await find(cast.carla, decision.slice(-8)))[0]?.decision).toBe(decision)
    for (const typed of [code, inGroups(code)])
      expect((await find(cast.carla, typed))[0]?.decision).toBe(decision)
  })

  test('who applied, by name and by the number that they left, and nothing that they wrote', async () => {
    for (const typed of ['muller', 'ase', '600 111 222', '+34600111222'])
      expect(await find(cast.carla, typed)).toMatchObject([
        { kind: 'application', id: application, href: `/coordinate/applications/${application}` },
      ])
    expect(await find(cast.carla, 'secret')).toEqual([])
  })

  test('who left, told apart from who is there', async () => {
    const found = await find(cast.carla, 'maria nunez')
    expect(found.map(({ id, gone }) => [id, gone])).toEqual([
      [maria.left, 'left'],
      [maria.kidney, null],
    ])
    expect(
      found.map(({ standing, place, email, phone }) => [standing, place, email, phone]),
    ).toEqual([
      ['in-training', '', 'other@example.org', ''],
      ['waiting-for-commitment', 'Ñuñoa, South Side', 'maria.nunez@example.org', '0161 555 0123'],
    ])
    expect(found.map(({ href }) => href)).toEqual([
      `/coordinate/people/${maria.left}?programme=kidney`,
      `/coordinate/${maria.kidney}`,
    ])
  })

  test('nobody of another programme, by nothing', async () => {
    for (const typed of ['joyce', '773 555 0199', maria.longTerm])
      expect(await find(cast.carla, typed)).toEqual([])
    expect(await idsOf(cast.gwen, 'maria')).toEqual([maria.longTerm])
  })
})

test('who observes finds trainees of the programme by name alone, and sees no contact', async () => {
  const found = await find(cast.oscar, 'maria')
  expect(found.map(({ id, email, phone }) => [id, email, phone])).toEqual([[maria.kidney, '', '']])
  for (const typed of [
    'maria.nunez@example.org',
    '0161 555 0123',
    'carla',
    'muller',
    'south',
    decision.slice(-8),
  ])
    expect([typed, await find(cast.oscar, typed)]).toEqual([typed, []])
})

test('an administrator finds accounts of every programme, and no application', async () => {
  const found = await find(cast.ana, 'maria nunez')
  expect(found.map(({ href }) => href).sort()).toEqual(
    Object.values(maria)
      .map((id) => `/manage/accounts/${id}`)
      .sort(),
  )
  expect(found.every(({ standing }) => standing === null)).toBe(true)
  expect(await idsOf(cast.ana, '773 555 0199')).toEqual([maria.longTerm])
  expect(await find(cast.ana, 'muller')).toEqual([])
  expect(await idsOf(also(cast.ana, 'coordinator', 'kidney'), 'maria lopez')).toEqual([
    maria.kidney,
  ])
})

test('a trainee is refused', async () => {
  expect(await askFind(cast.nadia, 'luz', NOW)).toEqual(NOT_ALLOWED)
  expect(await showFound(cast.nadia, null, 'en', NOW)).toBeNull()
})

test('what is looked for stands locked in the address: for who asked, for a day’s work', async () => {
  const asked = await askFind(cast.carla, 'María Núñez', NOW)
  if (asked.kind !== 'asked') throw new Error('refused')
  expect(asked.locked).toMatch(/^[\w-]{40,}$/)
  expect(Buffer.from(asked.locked, 'base64url').toString()).not.toContain('Mar')
  expect(await openFind(cast.carla, asked.locked, NOW)).toBe('María Núñez')
  expect(await openFind(cast.gwen, asked.locked, NOW)).toBe('')
  expect(await openFind(cast.carla, asked.locked, NOW + 13 * 3_600_000)).toBe('')
  expect(await openFind(cast.carla, `${asked.locked.slice(0, -2)}AA`, NOW)).toBe('')
  expect(await openFind(cast.carla, 'x', NOW)).toBe('')
})

test('who is invited is found by name and by address until they come in, and leads to their invitation', async () => {
  const wish = { kind: 'invitation', createdBy: cast.carla.id, programme: 'kidney' } as const
  const invited = async (role: 'trainee' | 'coordinator', name: string, email: string) => {
    const link = prepareLink({ ...wish, role, name, email }, NOW)
    await write([link.query])
    return link.id
  }
  const id = await invited('trainee', 'Siobhán O’Neill', 's.oneill@example.org')
  await invited('coordinator', 'Siobhán Colleague', 'colleague@example.org')
  for (const typed of ['siobhan', 'oneill', "o'neill siobhan", 's.oneill@example.org']) {
    const [one, ...others] = await find(cast.carla, typed)
    expect([typed, one?.kind, one?.name, one?.email, others]).toEqual([
      ...[typed, 'invitation', 'Siobhán O’Neill', 's.oneill@example.org', []],
    ])
    expect(one?.href).toBe(`/coordinate/invitations?programme=kidney&only=${id}`)
  }
  for (const by of [cast.gwen, cast.oscar, cast.ana]) expect(await find(by, 'siobhan')).toEqual([])
  await write([markLinkUsed(id, NOW, cast.nadia.id)])
  expect(await find(cast.carla, 'siobhan')).toEqual([])
  const again = await invited('trainee', 'Siobhán O’Neill', '')
  expect(await find(cast.carla, 'siobhan')).toHaveLength(1)
  await write([withdrawLink(again, NOW)])
  expect(await find(cast.carla, 'siobhan')).toEqual([])
})

test('whatever changed is found at once, and what it was is not', async () => {
  const id = await joins('Tom Old', 'kidney', { email: 'tom@old.example', phone: '020 7946 0000' })
  await write([
    updateName({ id, signInName: id }, 'Tom New'),
    updateContact(id, { email: 'tom@new.example', phone: '' }),
  ])
  expect(await idsOf(cast.carla, 'tom new')).toEqual([id])
  expect(await idsOf(cast.carla, 'tom@new.example')).toEqual([id])
  for (const typed of ['tom old', '7946 0000', 'old.example'])
    expect(await find(cast.carla, typed)).toEqual([])
  // Nor does it lie about in the index.
  const left = await platform.rows(
    `SELECT count(*) AS n FROM find_words_data WHERE instr(block, CAST('946000' AS BLOB)) > 0`,
  )
  expect(left).toEqual([{ n: 0 }])
})

test('words of the index’ own language are words like others', async () => {
  for (const typed of [
    'maria OR joyce',
    '"maria" NOT x',
    'name:maria',
    'NEAR(maria)',
    'maria*',
    '^maria',
    '{scope}: p',
    "'; DROP",
  ])
    expect(Array.isArray(await find(cast.carla, typed))).toBe(true)
})

test('3,000 people of one name are no scan, and the first are told with a hint to type more', async () => {
  const of = { programme: 'kidney', by: cast.carla.id, now: NOW, questions: ['a/b'] }
  await addMany({ ...of, from: 0, to: 3000 })
  const asked = await askFind(cast.carla, 'trainee', NOW)
  const shown = asked.kind === 'asked' ? await showFound(cast.carla, asked.locked, 'en', NOW) : null
  expect([shown?.found.length, shown?.hasMore]).toEqual([50, true])
  // Whole words first.
  expect((await find(cast.carla, 'trainee 2'))[0]?.name).toBe('Trainee 2')
  const { sql: text, params } = new SQLiteAsyncDialect().sqlToQuery(
    foundSql({ decides: ['kidney'], observes: ['x'], everywhere: true }, findTerms('mar nu'), 'en'),
  )
  const plan = await platform.rows(`EXPLAIN QUERY PLAN ${text}`, ...(params as string[]))
  const reads = plan.map(({ detail }) => String(detail)).filter((one) => /^(SCAN|SEARCH)/.test(one))
  const scans = reads.filter((one) => one.startsWith('SCAN'))
  expect(
    scans.filter(
      (one) => !/^SCAN (find_words VIRTUAL TABLE INDEX \d+:M|[hf]$|\(subquery)/.test(one),
    ),
  ).toEqual([])
  expect(scans.filter((one) => one.includes('VIRTUAL TABLE INDEX'))).toHaveLength(2)
  // What is said about somebody is found by who they are: by the programme, everybody there would be read for each of them.
  expect(reads.filter((one) => one.includes('programme=?'))).toEqual([])
})
