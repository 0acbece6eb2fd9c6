/** The one SQL source of standing says of random histories what the pure rule says, in every time zone. */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, write, type Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { listMentors } from '#tests/read-desk.ts'
import { standings } from '#db/standings.ts'
import type { CheckEntry, CheckRule } from '#domain/readiness/checks.ts'
import {
  conditionsAt,
  DECISIONS,
  inForceAt,
  standingAt,
  type SignOff,
  type StandingFacts,
} from '#domain/readiness/standing.ts'
import { momentIn } from '#domain/calendar/days.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { newId } from '#server/trail/new-id.ts'
import { openTemporary } from '#tests/db/temporary.ts'

const DAY = 86_400_000
/** 9 in the evening of 27 November in Chicago, 3 in the morning of the 28th in London. */
const NOW = Date.UTC(2026, 10, 28, 3)
const CARLA = newId(NOW)
let close: () => Promise<void>
beforeAll(async () => {
  const opened = await openTemporary()
  close = () => opened.close()
  await write([
    insertPerson({ id: CARLA, signInName: 'carla', name: 'Carla', language: 'en', createdAt: NOW }),
  ])
})
afterAll(() => close())

type Facts = Omit<StandingFacts, 'secondSince' | 'timeZone'>
const time = fc.integer({ min: -40, max: 10 }).map((days) => NOW + days * DAY)
/** One in eight. */
const rare = fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: time })
const maybe = (freq: number) => fc.option(time, { freq, nil: null })
const decided: fc.Arbitrary<SignOff> = fc.record({
  id: fc.uuid(),
  decidedAt: time,
  decision: fc.constantFrom('ready', 'ready', 'ready', ...DECISIONS),
  conditions: fc.constantFrom('', '', 'By phone', 'Not alone'),
  expiresOn: fc.option(
    fc.constantFrom('2026-11-27', '2026-11-28', '2026-11-29', '2027-05-01', '2027-06-01'),
    { nil: null, freq: 9 },
  ),
  withdrawnAt: rare,
  secondSignedAt: maybe(3),
  committedAt: maybe(4),
})
const DAYS = ['2026-11-27', '2026-11-28', '2026-11-29', '2027-05-01', null]
const entry: fc.Arbitrary<CheckEntry> = fc.record({
  id: fc.uuid(),
  check: fc.constant('a'),
  line: fc.constant('seen' as const),
  act: fc.constantFrom('accepted', 'accepted', 'waived', 'ended', 'asked'),
  at: time,
  recheckOn: fc.constant(null),
  countsUntil: fc.constantFrom(...DAYS),
})
const history: fc.Arbitrary<Facts> = fc.record({
  signOffs: fc.uniqueArray(decided, { maxLength: 4, selector: ({ id }) => id }),
  asked: fc.oneof(
    fc.constant([]),
    time.map((at) => [at]),
  ),
  lapses: rare.map((from) => (from === null ? [] : [{ from: 0, until: null }])),
  pauses: rare.map((from) => (from === null ? [] : [{ from, until: null }])),
  checks: fc.record({
    rules: fc.constant([]),
    // Most were looked at, and count for good.
    entries: fc.oneof(
      {
        weight: 4,
        arbitrary: entry.map((one) => [{ ...one, act: 'accepted' as const, countsUntil: null }]),
      },
      { weight: 1, arbitrary: entry.map((one) => [one]) },
    ),
  }),
  stops: fc.tuple(rare, maybe(2)).map(([from, until]) => (from === null ? [] : [{ from, until }])),
})

const one = (text: string, ...args: (string | number | null)[]): Query => ({ sql: text, args })
const rowsOf = (person: string, programme: string, facts: Facts): Query[] => [
  insertPerson({ id: person, signInName: person, name: person, language: 'en', createdAt: NOW }),
  insertRole({ person, role: 'trainee', programme, createdAt: NOW }),
  one(
    `INSERT INTO overviews (person, done, last_item, last_at, asked_at, paused_at, lapsed) VALUES (?, 0, '', 0, ?, ?, ?)`,
    person,
    facts.asked[0] ?? null,
    facts.pauses[0]?.from ?? null,
    facts.lapses.length,
  ),
  ...facts.stops.flatMap(({ from, until }) => {
    const id = newId(NOW)
    return [
      one(`INSERT INTO stops VALUES (?, ?, ?, ?, ?, 'x')`, id, person, programme, CARLA, from),
      ...(until === null
        ? []
        : [one(`INSERT INTO stop_ends VALUES (?, ?, ?, 'reinstated', 'x')`, id, CARLA, until)]),
    ]
  }),
  ...facts.checks.entries.map(({ act, at, countsUntil }) =>
    one(
      `INSERT INTO check_entries VALUES (?, ?, ?, 'a', 'seen', ?, '', '', NULL, ?, '', ?, ?)`,
      ...[newId(at), person, programme, act, countsUntil, CARLA, at],
    ),
  ),
  ...facts.signOffs.flatMap((s) => [
    one(
      `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, expires_on, evidence, evidence_hash)
       VALUES (?, ?, ?, ?, ?, ?, 'x', ?, '', '', ?, '[]', '')`,
      ...[s.id, person, programme, CARLA, s.decidedAt, s.decision, s.conditions, s.expiresOn],
    ),
    ...(s.withdrawnAt === null
      ? []
      : [one(`INSERT INTO withdrawals VALUES (?, ?, ?, 'x')`, s.id, CARLA, s.withdrawnAt)]),
    ...(s.secondSignedAt === null
      ? []
      : [
          one(`INSERT INTO second_signatures VALUES (?, ?, ?, 'x')`, s.id, CARLA, s.secondSignedAt),
        ]),
    ...(s.committedAt === null
      ? []
      : [one(`INSERT INTO commitments VALUES (?, ?, 'x')`, s.id, s.committedAt)]),
  ]),
]

test.each([
  ['America/Chicago', null],
  ['Europe/London', NOW - 20 * DAY],
  ['Pacific/Auckland', NOW + 5 * DAY],
] as const)(
  'C1, C9, C11: in %s, with two signatures from %s, list, register and rule agree',
  async (timeZone, secondSince) => {
    const programme = `p-${timeZone}`
    if (secondSince !== null)
      await write([
        one(
          `INSERT INTO programme_rules (programme, second_signature, group_sessions_count, second_since, changed_by, changed_at) VALUES (?, 1, 0, ?, '', 0)`,
          programme,
          secondSince,
        ),
      ])
    const required = { check: 'a', line: 'seen', rule: 'required', since: NOW - DAY } as const
    const rules: CheckRule[] = secondSince ? [{ ...required, id: newId(0), at: NOW - 9 * DAY }] : []
    for (const { id, since, at } of rules)
      await write([
        one(
          `INSERT INTO check_rules VALUES (?, ?, 'a', 'seen', 'required', ?, ?, ?)`,
          ...[id, programme, since, CARLA, at],
        ),
      ])
    const people = fc
      .sample(history, { numRuns: 500, seed: 20261128 })
      .map((facts) => ({ person: newId(NOW), facts: reId(facts) }))
    await write(people.flatMap(({ person, facts }) => rowsOf(person, programme, facts)))
    const moment = momentIn(timeZone, NOW)
    const rows = await database().all<{
      person: string
      standing: string
      in_force: string | null
    }>(standings(sql`t.programme = ${programme}`, moment))
    const said = new Map(rows.map((row) => [row.person, [row.standing, row.in_force]]))
    const ready = new Map<string, string>()
    for (const { person, facts } of people) {
      const checks = { ...facts.checks, rules }
      const all: StandingFacts = { ...facts, checks, secondSince, timeZone }
      const standing = standingAt(all, NOW)
      expect([person, said.get(person)]).toEqual([
        person,
        [standing, inForceAt(all, NOW)?.id ?? null],
      ])
      if (standing.startsWith('ready')) ready.set(person, conditionsAt(all, NOW))
    }
    const listed = await listMentors(programme, ANYBODY, 'en', moment, 1, 500)
    expect(new Map(listed.rows.map(({ id, conditions }) => [id, conditions]))).toEqual(ready)
    expect(ready.size).toBeGreaterThan(20)
    expect(new Set(rows.map(({ standing }) => standing)).size).toBeGreaterThan(8)
  },
)

/** Ids of their own in each programme. */
const reId = (facts: Facts): Facts => ({
  ...facts,
  signOffs: facts.signOffs.map((s) => ({ ...s, id: newId(s.decidedAt) })),
})
