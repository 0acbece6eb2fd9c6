/** The register against a real database: the SQL says of random rows what the pure rule says. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { write, type Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { findMentor } from '#db/register.ts'
import { listAbsent, listMentors, listMentorsAfter, registerFacets } from '#tests/read-desk.ts'
import { listReviews } from '#db/reviews.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { compareNames } from '#domain/people/names.ts'
import { agreedCapacity, NO_OFFER } from '#domain/readiness/offer.ts'
import { NO_CHECKS } from '#domain/readiness/checks.ts'
import { isMatchable, standingAt, type Decision } from '#domain/readiness/standing.ts'
import { absenceAt, type RegisterFacts } from '#domain/register/register.ts'
import { ANYBODY, type RegisterWish } from '#domain/register/wish.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Level } from '#domain/readiness/competency.ts'
import { askedOf } from '#domain/readiness/earlier-needs.ts'
import { whomItTouches } from '#server/releases/release-touches.ts'
import { openTemporary } from '#tests/db/temporary.ts'
import { utc } from '#tests/moment.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const DAY = 86_400_000
let close: () => Promise<void>
let programme = ''
const CARLA = newId(NOW)

beforeAll(async () => {
  const opened = await openTemporary()
  close = () => opened.close()
  await write([
    insertPerson({ id: CARLA, signInName: 'carla', name: 'Carla', language: 'en', createdAt: NOW }),
  ])
})
afterAll(() => close())
beforeEach(() => {
  programme = `programme-${newId(NOW).slice(-8)}`
})

interface DecisionRow {
  readonly decision: Decision
  /** Days from today. */
  readonly decided: number
  readonly expires: number | null
  readonly withdrawn: number | null
  readonly second: boolean
  readonly commitment: boolean
}
interface MentorRow {
  readonly decisions: readonly DecisionRow[]
  readonly paused: number | null
  readonly lapsed: boolean
  readonly archived: boolean
  readonly disabled: boolean
}
const READY: DecisionRow = {
  decision: 'ready',
  decided: -10,
  expires: 300,
  withdrawn: null,
  second: true,
  commitment: true,
}
const FINE: MentorRow = {
  decisions: [READY],
  paused: null,
  lapsed: false,
  archived: false,
  disabled: false,
}
interface Offer {
  readonly name?: string
  readonly areas?: readonly string[]
  readonly noGo?: readonly string[]
  readonly languages?: readonly string[]
  readonly ways?: readonly string[]
  readonly capacity?: number
  readonly place?: string
}

const dayOf = (days: number): string => dayAt(NOW + days * DAY, 'America/Chicago')
const at = (days: number): number => NOW + days * DAY
const decisionId = (person: string, index: number): string => `${person}-${index}`

function rowsOf(id: string, row: MentorRow, offer: Offer = {}): Query[] {
  const json = (list: readonly string[] = []): string => JSON.stringify(list)
  return [
    insertPerson({
      id,
      signInName: id,
      name: offer.name ?? `Mentor ${id.slice(-6)}`,
      language: 'en',
      createdAt: NOW,
      disabledAt: row.disabled ? NOW : null,
    }),
    insertRole({
      person: id,
      role: 'trainee',
      programme,
      createdAt: NOW,
      archivedAt: row.archived ? NOW - DAY : null,
      archivedReason: row.archived ? 'Moved to another town' : null,
    }),
    {
      sql: 'INSERT INTO overviews (person, done, last_item, last_at, paused_at, lapsed) VALUES (?, 0, ?, 0, ?, ?)',
      args: [id, '', row.paused === null ? null : at(row.paused), row.lapsed ? 1 : 0],
    },
    ...row.decisions.flatMap((one, index): Query[] => [
      {
        sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise,
                expires_on, comfort_areas, no_go_areas, languages, contact_ways, capacity, place, evidence, evidence_hash)
              VALUES (?, ?, ?, ?, ?, ?, 'You listen.', 'By phone', '', '', ?, ?, ?, ?, ?, ?, ?, '[]', '')`,
        args: [
          decisionId(id, index),
          id,
          programme,
          CARLA,
          at(one.decided),
          one.decision,
          one.expires === null ? null : dayOf(one.expires),
          json(offer.areas),
          json(offer.noGo),
          json(offer.languages),
          json(offer.ways),
          offer.capacity ?? 1,
          offer.place ?? '',
        ],
      },
      ...(one.withdrawn === null
        ? []
        : [
            {
              sql: `INSERT INTO withdrawals VALUES (?, ?, ?, 'She asked for it.')`,
              args: [decisionId(id, index), CARLA, at(one.withdrawn)],
            },
          ]),
      ...(one.second
        ? [
            {
              sql: `INSERT INTO second_signatures VALUES (?, ?, ?, 'Carla')`,
              args: [decisionId(id, index), CARLA, NOW],
            },
          ]
        : []),
      ...(one.commitment
        ? [
            {
              sql: `INSERT INTO commitments VALUES (?, ?, 'Rosa')`,
              args: [decisionId(id, index), NOW],
            },
          ]
        : []),
    ]),
  ]
}

const factsOf = (id: string, row: MentorRow, needsSecondSignature: boolean): RegisterFacts => ({
  signOffs: row.decisions.map((one, index) => ({
    id: decisionId(id, index),
    decidedAt: at(one.decided),
    decision: one.decision,
    conditions: 'By phone',
    expiresOn: one.expires === null ? null : dayOf(one.expires),
    withdrawnAt: one.withdrawn === null ? null : at(one.withdrawn),
    secondSignedAt: one.second ? NOW : null,
    committedAt: one.commitment ? NOW : null,
  })),
  secondSince: needsSecondSignature ? 0 : null,
  lapses: row.lapsed ? [{ from: 0, until: null }] : [],
  stops: [],
  checks: NO_CHECKS,
  pauses: row.paused === null ? [] : [{ from: at(row.paused), until: null }],
  archivedAt: row.archived ? NOW : null,
  disabledAt: row.disabled ? NOW : null,
  timeZone: 'UTC',
})

const asksForTwo = (): Promise<unknown> =>
  write([
    {
      sql: `INSERT INTO programme_rules (programme, second_signature, group_sessions_count, changed_by, changed_at) VALUES (?, 1, 0, '', 0)`,
      args: [programme],
    },
  ])

async function mentor(row: Partial<MentorRow> = {}, offer: Offer = {}): Promise<string> {
  const id = newId(NOW)
  await write(rowsOf(id, { ...FINE, ...row }, offer))
  return id
}
const listed = async (wish: Partial<RegisterWish> = {}): Promise<string[]> =>
  (await listMentors(programme, { ...ANYBODY, ...wish }, 'en', utc(NOW), 1)).rows.map(
    ({ name }) => name,
  )
const absenceOf = async (id: string): Promise<string | undefined> =>
  (await listAbsent(programme, null, utc(NOW), 1)).rows.find((one) => one.id === id)?.absence

describe('who stands in the register', () => {
  test('a mentor whose newest decision is "ready", signed and committed to', async () => {
    await mentor({}, { name: 'Rosa' })
    expect(await listed()).toEqual(['Rosa'])
  })

  test.each([
    ['expired', { decisions: [{ ...READY, expires: 0 }] }],
    ['withdrawn', { decisions: [{ ...READY, withdrawn: -1 }] }],
    ['commitment', { decisions: [{ ...READY, commitment: false }] }],
    [
      'decided',
      { decisions: [READY, { ...READY, decided: -1, decision: 'more-practice' as const }] },
    ],
    ['paused', { paused: -3 }],
    ['lapsed', { lapsed: true }],
    ['archived', { archived: true }],
    ['disabled', { disabled: true }],
  ] satisfies [string, Partial<MentorRow>][])('not: %s', async (absence, row) => {
    const id = await mentor(row)
    expect(await listed()).toEqual([])
    expect(await findMentor(id, programme, utc(NOW))).toBeNull()
    expect(await absenceOf(id)).toBe(absence)
  })

  test('a second signature is asked for where the programme asks for it', async () => {
    const one = await mentor({ decisions: [{ ...READY, second: false }] }, { name: 'Rosa' })
    expect(await listed()).toEqual(['Rosa'])
    await asksForTwo()
    expect(await listed()).toEqual([])
    expect(await absenceOf(one)).toBe('second-signature')
  })

  test('nobody of another programme, by list, by cursor or by id', async () => {
    const id = await mentor()
    expect((await listMentors('elsewhere', ANYBODY, 'en', utc(NOW), 1)).rows).toEqual([])
    expect(await listMentorsAfter('elsewhere', ANYBODY, 'en', utc(NOW), '', 50)).toEqual([])
    expect(await findMentor(id, 'elsewhere', utc(NOW))).toBeNull()
  })

  test('nobody for what another programme decided, not even after moving here', async () => {
    const id = await mentor()
    const there = `there-${newId(NOW).slice(-8)}`
    await write([insertRole({ person: id, role: 'trainee', programme: there, createdAt: NOW })])
    expect(await findMentor(id, there, utc(NOW))).toBeNull()
    expect((await listMentors(there, ANYBODY, 'en', utc(NOW), 1)).total).toBe(0)
  })
})

describe('random rows', () => {
  const days = fc.integer({ min: -40, max: 20 })
  const decision = fc.record({
    decision: fc.constantFrom<Decision>('ready', 'ready', 'more-practice', 'not-this-role'),
    decided: days,
    expires: fc.option(fc.integer({ min: -3, max: 3 }), { freq: 5 }),
    withdrawn: fc.option(days, { freq: 1, nil: null }),
    second: fc.boolean(),
    commitment: fc.boolean(),
  })
  const one = fc.record({
    decisions: fc.array(decision, { maxLength: 3 }),
    paused: fc.option(days, { freq: 1, nil: null }),
    lapsed: fc.boolean(),
    archived: fc.boolean(),
    disabled: fc.boolean(),
  })
  // One in two is fine but for at most one thing, so that both answers are common.
  const nearly = fc
    .tuple(one, fc.constantFrom<keyof MentorRow>('paused', 'lapsed', 'archived', 'disabled'))
    .map(([row, what]): MentorRow => ({ ...FINE, [what]: row[what] }))

  test.each([true, false])(
    'the register holds exactly whom the rule says; second signature asked for: %s',
    async (two) => {
      if (two) await asksForTwo()
      const rows = fc.sample(fc.oneof(one, nearly), { numRuns: 400, seed: 20261122 })
      const people = rows.map((row) => ({ id: newId(NOW), row }))
      await write(people.flatMap(({ id, row }) => rowsOf(id, row)))
      const said = new Map<string, string>()
      const sort = (list: readonly string[]): string[] => [...list].sort()
      const here: string[] = []
      for (let page = 1; page <= 8; page++) {
        here.push(
          ...(await listMentors(programme, ANYBODY, 'en', utc(NOW), page)).rows.map(({ id }) => id),
        )
        for (const gone of (await listAbsent(programme, null, utc(NOW), page)).rows)
          said.set(gone.id, gone.absence)
      }
      for (const id of here) said.set(id, '')
      const expected = people.flatMap(({ id, row }): [string, string][] => {
        const absence = absenceAt(factsOf(id, row, two), NOW)
        return absence === 'never' ? [] : [[id, absence ?? '']]
      })
      expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected))
      const cursor = await listMentorsAfter(programme, ANYBODY, 'en', utc(NOW), '', 1000)
      expect(cursor.map(({ id }) => id)).toEqual(here)
      for (const { id } of people.slice(0, 120))
        expect((await findMentor(id, programme, utc(NOW))) !== null).toBe(here.includes(id))
      // What the register shows is matchable by the rule of standing.
      const ready = people.filter(
        ({ id, row }) =>
          isMatchable(standingAt({ ...factsOf(id, row, two), asked: [] }, NOW)) &&
          !row.archived &&
          !row.disabled,
      )
      expect(sort(ready.map(({ id }) => id))).toEqual(sort(here))
      expect(here.length).toBeGreaterThan(20)
      expect(said.size - here.length).toBeGreaterThan(100)
    },
  )
})

describe('looking for somebody', () => {
  beforeEach(async () => {
    await mentor(
      {},
      {
        name: 'Rosa',
        areas: ['transplant', 'diabetes'],
        noGo: ['low-mood'],
        languages: ['en', 'es'],
        ways: ['phone'],
        capacity: 2,
        place: 'South Side',
      },
    )
    await mentor(
      {},
      {
        name: 'Tom',
        areas: ['diabetes', 'low-mood'],
        noGo: ['diabetes'],
        languages: ['en'],
        ways: ['phone', 'in-person'],
        capacity: 1,
        place: '100 % remote',
      },
    )
  })

  test.each<[Partial<RegisterWish>, string[]]>([
    [{}, ['Rosa', 'Tom']],
    [{ area: 'transplant' }, ['Rosa']],
    [{ area: 'low-mood' }, ['Tom']],
    // Tom says that he is comfortable with it, and that he is not: nobody is sent there.
    [{ area: 'diabetes' }, ['Rosa']],
    [{ language: 'es' }, ['Rosa']],
    [{ contact: 'in-person' }, ['Tom']],
    [{ contact: 'phone', capacity: 2 }, ['Rosa']],
    [{ capacity: 3 }, []],
    [{ place: 'south' }, ['Rosa']],
    [{ place: '%' }, []],
    [{ place: '_' }, []],
    [{ area: "x' OR 1=1 --" }, []],
  ])('%j finds %j', async (wish, names) => {
    expect(await listed(wish)).toEqual(names)
    const byId = await listMentorsAfter(programme, { ...ANYBODY, ...wish }, 'en', utc(NOW), '', 50)
    expect(byId.map(({ name }) => name).sort()).toEqual(names)
  })

  test('the filters offer what the mentors have', async () => {
    expect(await registerFacets(programme, utc(NOW))).toEqual({
      areas: ['diabetes', 'low-mood', 'transplant'],
      languages: ['en', 'es'],
      contactWays: ['in-person', 'phone'],
    })
  })

  test('the latest support review says how many people somebody can support', async () => {
    const rosa = (await listMentors(programme, ANYBODY, 'en', utc(NOW), 1)).rows[0]
    await write(
      [
        [-20, 7],
        [-5, 4],
        [-6, 9],
      ].map(([held = 0, capacity = 0]) => ({
        sql: `INSERT INTO support_reviews VALUES (?, ?, ?, ?, ?, '', '', '', 3, ?, '2027-01-01')`,
        args: [newId(NOW), rosa?.id ?? '', programme, CARLA, at(held), capacity],
      })),
    )
    expect((await listMentors(programme, ANYBODY, 'en', utc(NOW), 1)).rows[0]).toMatchObject({
      name: 'Rosa',
      capacity: 4,
    })
    expect(await listed({ capacity: 4 })).toEqual(['Rosa'])
  })
})

describe('C10: how many people somebody can support', () => {
  const review = (person: string, held: number, written: number, capacity: number): Query => ({
    sql: `INSERT INTO support_reviews VALUES (?, ?, ?, ?, ?, '', '', '', 3, ?, '2027-01-01')`,
    args: [newId(written), person, programme, CARLA, held, capacity],
  })
  const HOUR = 3_600_000
  // Signed off at noon, three people.
  test.each([
    ['the sign-off, without a review', [], 3],
    ['a review of the week after', [[at(-5), at(-5), 1]], 1],
    ['a review of the same day, written after it', [[at(-10) - HOUR, at(-10) + HOUR, 1]], 1],
    ['not a review of the same day, written before it', [[at(-10) - HOUR, at(-10) - HOUR, 1]], 3],
    ['not a review of the week before', [[at(-17), at(-17), 1]], 3],
    [
      'the newest of two',
      [
        [at(-3), at(-3), 2],
        [at(-5), at(-1), 1],
      ],
      2,
    ],
  ] as const)('%s, on the register and offered at a renewal', async (_, reviews, expected) => {
    const id = await mentor({}, { capacity: 3 })
    await write(reviews.map(([held, written, n]) => review(id, held, written, n)))
    const [row] = (await listMentors(programme, ANYBODY, 'en', utc(NOW), 1)).rows
    expect(row?.capacity).toBe(expected)
    const before = { decidedAt: at(READY.decided), offer: { ...NO_OFFER, capacity: 3 } }
    expect(agreedCapacity(before, await listReviews(id, programme))).toBe(expected)
  })
})

test('who left is told with when and why', async () => {
  await mentor({ decisions: [{ ...READY, withdrawn: -2 }] }, { name: 'Rosa' })
  await mentor({ archived: true }, { name: 'Tom' })
  await mentor({ paused: -4 }, { name: 'Inés' })
  await mentor({ decisions: [{ ...READY, expires: -1 }] }, { name: 'Sam' })
  const { rows, counts, total, here } = await listAbsent(programme, null, utc(NOW), 1)
  expect(rows.map(({ id: _, ...row }) => row)).toEqual([
    { name: 'Tom', absence: 'archived', since: NOW - DAY, reason: 'Moved to another town' },
    { name: 'Sam', absence: 'expired', since: '2026-11-20', reason: '' },
    { name: 'Rosa', absence: 'withdrawn', since: at(-2), reason: 'She asked for it.' },
    { name: 'Inés', absence: 'paused', since: at(-4), reason: '' },
  ])
  expect({ total, here, paused: counts.paused }).toEqual({ total: 4, here: 0, paused: 1 })
  expect((await listAbsent(programme, 'paused', utc(NOW), 1)).rows.map(({ name }) => name)).toEqual(
    ['Inés'],
  )
})

test.each(['en', 'es'] as const)(
  'E4: the page and the file have one order, that of the person’s language (%s)',
  async (language) => {
    const names = ['Zoe', 'Nuño', 'Ángela', 'Nunzia', 'Ana']
    await write(names.flatMap((name, at) => rowsOf(newId(NOW + at), FINE, { name })))
    const sorted = names.toSorted((a, b) => compareNames(a, b, language))
    const page = await listMentors(programme, ANYBODY, language, utc(NOW), 1)
    expect(page.rows.map(({ name }) => name)).toEqual(sorted)
    const told: string[] = []
    for (let after = ''; told.length < 9;) {
      const [next] = await listMentorsAfter(programme, ANYBODY, language, utc(NOW), after, 1)
      if (!next) break
      told.push(next.name)
      after = next.id
    }
    expect(told).toEqual(sorted)
  },
)

test('B13: before a release it is said who is asked again, and which mentors lapse', async () => {
  const raised = [{ id: 'consent/quiz/who', quiz: 'consent/quiz', revision: 2 }]
  expect(await whomItTouches(raised, [], NOW)).toEqual([
    'Nobody is asked again: nobody has passed what changed.',
  ])
  const [ines, ray, luz] = [newId(NOW), newId(NOW + 1), newId(NOW + 2)]
  const passed = (person: string, revision: number): Query => ({
    sql: 'INSERT INTO progress (person, item, state, records) VALUES (?, ?, ?, 1)',
    args: [
      person,
      'consent/quiz',
      JSON.stringify({ kind: 'quiz', passed: true, rightAt: { 'consent/quiz/who': revision } }),
    ],
  })
  await write([
    ...rowsOf(ines, FINE, { name: 'Inés' }),
    ...rowsOf(ray, { ...FINE, decisions: [] }, { name: 'Ray' }),
    ...rowsOf(luz, FINE, { name: 'Luz' }),
    passed(ines, 1),
    passed(ray, 1),
    passed(luz, 2),
  ])
  expect(await whomItTouches(raised, [], NOW)).toEqual([
    'Who passed it before is asked again:',
    '  consent/quiz: 2 people are asked again',
    'Mentors who lapse, and leave the register until they have answered again: Inés',
  ])
})

test('L5: before a release it is said how many mentors keep the earlier needs, and of whom more is asked', async () => {
  const consent = (level: Level) =>
    [{ id: 'consent', needs: [{ kind: 'observation', level }] }] as const
  const before = await whomItTouches([], consent(2), NOW)
  const [old, today, more, waits] = [newId(NOW), newId(NOW + 1), newId(NOW + 2), newId(NOW + 3)]
  await write([
    ...rowsOf(old, FINE, { name: 'Old' }),
    ...rowsOf(today, FINE, { name: 'Today' }),
    ...rowsOf(more, { ...FINE, decisions: [] }, { name: 'More' }),
    ...rowsOf(waits, { ...FINE, decisions: [] }, { name: 'Waits' }),
    {
      sql: 'UPDATE sign_offs SET needs = ? WHERE person = ?',
      args: [JSON.stringify(askedOf(consent(2))), today],
    },
    {
      sql: `INSERT INTO overviews (person, done, last_item, last_at, asked_at) VALUES (?, 0, '', 0, ?)
        ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at`,
      args: [waits, NOW - 1],
    },
  ])
  const numbers = (lines: readonly string[]) => lines.join().match(/\d+/g)?.map(Number) ?? []
  const [keeping = 0, asked = 0, wait = 0] = numbers(before)
  // The old one, and not the one of today; then a third level concerns both.
  expect(numbers(await whomItTouches([], consent(2), NOW))).toEqual([
    keeping + 1,
    asked + 2,
    wait + 1,
  ])
  expect(numbers(await whomItTouches([], consent(3), NOW))).toEqual([
    keeping + 2,
    asked + 2,
    wait + 1,
  ])
  expect(await whomItTouches([], consent(3), NOW)).toEqual([
    `Mentors whose sign-off holds and keeps the earlier needs until it is renewed: ${keeping + 2}`,
    `In training, and asked for more where they have not shown it: ${asked + 2}; of these wait for a sign-off: ${wait + 1}`,
  ])
})
