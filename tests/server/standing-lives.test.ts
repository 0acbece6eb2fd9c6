/**
 * Lives as chance has it, played forward through the real tables and verbs: after every step the one SQL source, and
 * whoever reads it (home, register, check page), says of everybody what the pure rule says.
 */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { flag, read, rows, write, type Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { updateOverview } from '#db/records.ts'
import { listMentors, loadHome } from '#tests/read-desk.ts'
import {
  insertCommitment,
  insertSecondSignature,
  insertSignOff,
  insertWithdrawal,
} from '#db/sign-offs.ts'
import { insertStop, insertStopEnd } from '#db/stops.ts'
import { findStandingHistory, updateLapses } from '#db/standing-history.ts'
import { findStanding, standings } from '#db/standings.ts'
import { insertCheckEntry, insertCheckRule } from '#db/checks.ts'
import { spansOf } from '#domain/calendar/spans.ts'
import { recordOf, type Made } from '#domain/learning/record.ts'
import { CHECK_ACTS, type CheckEntry, type CheckRule } from '#domain/readiness/checks.ts'
import {
  conditionsAt,
  DECISIONS,
  inForceAt,
  isMatchable,
  latestBy,
  needsSecond,
  standingAt,
  type SignOff,
  type StandingFacts,
} from '#domain/readiness/standing.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { saveRecords } from '#server/learning/save-records.ts'
import { momentIn } from '#domain/calendar/days.ts'
import { newId } from '#server/trail/new-id.ts'
import { course } from '#tests/fixtures/course.ts'
import { openPlatform, type Platform } from './platform.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 7, 1, 5)
const STEPS = 14

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

/** What may happen to somebody in a step. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'nothing' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('decided' as const),
      decision: fc.constantFrom('ready', 'ready', 'ready', 'ready', ...DECISIONS),
      conditions: fc.constantFrom('', '', '', 'By phone', ' Not alone '),
      // Days from the decision; some end within a step or two, and none do.
      ends: fc.constantFrom(1, 10, 40, 365, null),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ kind: 'committed' as const }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'second signed' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdrawn' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'asked' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'paused' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'resumed' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'lapsed' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'refreshed' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'stopped' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'stop ended' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('checked' as const),
      act: fc.constantFrom(...CHECK_ACTS, 'accepted', 'accepted'),
      ends: fc.constantFrom(1, 10, 40, 365, null),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'worked' as const }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never
const lives = fc.array(happening, { minLength: STEPS, maxLength: STEPS })

/** What the rule is told of somebody, and their rows at the same time. */
interface Life {
  readonly person: string
  readonly happenings: readonly Happening[]
  signOffs: SignOff[]
  asked: number[]
  turns: { at: number; on: boolean }[]
  lapses: { from: number; until: number | null }[]
  stops: { id: string; from: number; until: number | null }[]
  entries: CheckEntry[]
}

const factsOf = (
  life: Life,
  secondSince: number | null,
  timeZone: string,
  rules: readonly CheckRule[],
): StandingFacts => ({
  signOffs: life.signOffs,
  asked: life.asked,
  pauses: spansOf(life.turns),
  lapses: life.lapses,
  stops: life.stops.map(({ from, until }) => ({ from, until })),
  checks: { rules, entries: life.entries },
  secondSince,
  timeZone,
})

/** One thing happens to somebody: as rows, and as facts. */
async function happen(life: Life, what: Happening, programme: string, at: number): Promise<void> {
  const { person } = life
  const newest = latestBy(life.signOffs, at)
  const change = (by: Partial<SignOff>): void => {
    life.signOffs = life.signOffs.map((one) => (one.id === newest?.id ? { ...one, ...by } : one))
  }
  const by = platform.cast.carla.id
  switch (what.kind) {
    case 'nothing':
      return
    case 'decided': {
      const isReady = what.decision === 'ready'
      const ends = isReady && what.ends !== null ? dayPlus(at, what.ends) : null
      const one = { id: newId(at), decidedAt: at, decision: what.decision, expiresOn: ends }
      const conditions = isReady ? what.conditions : ''
      const unsigned = { withdrawnAt: null, secondSignedAt: null, committedAt: null }
      life.signOffs.push({ ...one, conditions, ...unsigned })
      const words = {
        reason: 'x',
        internalNote: '',
        otherwise: '',
        evidence: '[]',
        evidenceHash: '',
      }
      return save(insertSignOff({ ...one, ...words, conditions, person, programme, decidedBy: by }))
    }
    case 'committed':
      if (newest?.decision !== 'ready' || newest.committedAt !== null) return
      change({ committedAt: at })
      return save(insertCommitment({ signOff: newest.id, signedAt: at, declaredName: 'x' }))
    case 'second signed': {
      if (newest?.decision !== 'ready' || newest.secondSignedAt !== null) return
      change({ secondSignedAt: at })
      const row = { signOff: newest.id, signedBy: by, signedAt: at, declaredName: 'x' }
      return save(insertSecondSignature(row))
    }
    case 'withdrawn': {
      if (!newest || newest.withdrawnAt !== null) return
      change({ withdrawnAt: at })
      const row = { signOff: newest.id, withdrawnBy: by, withdrawnAt: at, reason: 'x' }
      return save(insertWithdrawal(row))
    }
    case 'asked':
      life.asked.push(at)
      return record(life, { kind: 'sign-off-asked', item: 'course', revision: 1, value: {} }, at)
    case 'paused':
      life.turns.push({ at, on: true })
      return record(
        life,
        { kind: 'paused', item: 'pause', revision: 1, value: { until: null } },
        at,
      )
    case 'resumed':
      life.turns.push({ at, on: false })
      return record(life, { kind: 'resumed', item: 'pause', revision: 1, value: {} }, at)
    case 'stopped': {
      if (life.stops.at(-1)?.until === null) return
      const stop = { id: newId(at), from: at, until: null }
      life.stops.push(stop)
      const row = { person, programme, stoppedBy: by, stoppedAt: at, reason: 'x' }
      return save(insertStop({ id: stop.id, ...row }))
    }
    case 'stop ended': {
      const stop = life.stops.at(-1)
      if (!stop || stop.until !== null) return
      stop.until = at
      const row = { endedBy: by, endedAt: at, outcome: 'reinstated', reason: 'x' } as const
      return save(insertStopEnd({ stop: stop.id, ...row }))
    }
    case 'checked': {
      const until = what.ends === null ? null : dayPlus(at, what.ends)
      const one = { id: newId(at), line: 'seen', act: what.act, at, recheckOn: until } as const
      life.entries.push({ ...one, check: 'a', countsUntil: until })
      const row = { person, programme, checkSlug: 'a', onDay: '2026-01-01', by, countsUntil: until }
      return save(insertCheckEntry({ ...one, ...row }))
    }
    case 'worked':
      return record(life, { kind: 'lesson-read', item: 'consent/a', revision: 1, value: {} }, at)
    case 'lapsed':
      if (life.lapses.at(-1)?.until !== null) life.lapses.push({ from: at, until: null })
      return save(updateOverview(person, { lapsed: true }), ...updateLapses(person, at))
    case 'refreshed':
      refresh(life, at)
      return save(updateOverview(person, { lapsed: false }), ...updateLapses(person, at))
  }
}

const save = async (...queries: Query[]): Promise<void> => void (await write(queries))

/** Saved by the verb, which finds that nothing of this small course has lapsed. */
async function record(life: Life, made: Made, at: number): Promise<void> {
  refresh(life, at)
  const stamp = { id: newId(at), person: life.person, source: 'web', at } as const
  await saveRecords(course, life.person, [recordOf(made, stamp)], at)
}

function refresh(life: Life, at: number): void {
  life.lapses = life.lapses.map((one) => ({ ...one, until: one.until ?? at }))
}

const dayPlus = (at: number, days: number): string =>
  new Date(at + days * DAY).toISOString().slice(0, 10)

const NOW_ROW = {
  person: z.string(),
  standing: z.string(),
  in_force: z.string().nullable(),
  needs_second: flag,
}

test.each([
  ['America/Chicago', null],
  ['Europe/London', START - DAY],
  ['Pacific/Auckland', START + 60 * DAY],
] as const)(
  'C1, C9, C11: in %s, with two signatures from %s, everybody says at every moment what the rule says',
  async (timeZone, secondSince) => {
    const programme = `lives-${timeZone}`
    const sample = fc.sample(lives, { numRuns: 50, seed: 20261129 })
    const all = sample.map((happenings): Life => ({
      person: newId(START),
      happenings,
      ...{ signOffs: [], asked: [], turns: [], lapses: [], stops: [], entries: [] },
    }))
    if (secondSince !== null)
      await save({
        sql: `INSERT INTO programme_rules (programme, second_signature, group_sessions_count, second_since, changed_by, changed_at) VALUES (?, 1, 0, ?, '', 0)`,
        args: [programme, secondSince],
      })
    await save(
      ...all.flatMap(({ person }) => [
        insertPerson({
          id: person,
          signInName: person,
          name: person,
          language: 'en',
          createdAt: START,
        }),
        insertRole({ person, role: 'trainee', programme, createdAt: START }),
      ]),
    )
    // Everybody has a line in lists, which the first record makes.
    for (const life of all) await happen(life, { kind: 'worked' }, programme, START)
    // One check is required from the tenth day on; most had it looked at before.
    const since = START + 10 * DAY
    const rule = { id: newId(START), line: 'seen', rule: 'required', since, at: START } as const
    const rules: CheckRule[] = [{ ...rule, check: 'a' }]
    await save(insertCheckRule({ ...rule, programme, checkSlug: 'a', by: platform.cast.carla.id }))
    for (const life of all.slice(16))
      await happen(life, { kind: 'checked', act: 'accepted', ends: null }, programme, START)

    const gaps = fc.sample(fc.integer({ min: 1, max: 20 * 24 }), { numRuns: STEPS, seed: 7 })
    const met = new Set<string>()
    let at = START
    for (const [step, gap] of gaps.entries()) {
      for (const life of all) {
        const what = life.happenings[step]
        if (what) await happen(life, what, programme, ++at)
      }
      // Some hours or days later, while nothing happens: what ends by itself may have ended.
      const now = (at += gap * 3_600_000)
      const moment = momentIn(timeZone, now)
      const expected = new Map(
        all.map((life) => {
          const facts = factsOf(life, secondSince, timeZone, rules)
          const standing = standingAt(facts, now)
          met.add(standing)
          return [
            life.person,
            {
              standing,
              inForce: inForceAt(facts, now)?.id ?? null,
              lacks: needsSecond(facts, now),
              conditions: isMatchable(standing) ? conditionsAt(facts, now) : null,
            },
          ]
        }),
      )
      const found = await read(rows(standings(sql`t.programme = ${programme}`, moment), NOW_ROW))
      expect(
        byPerson(found.map((row) => [row.person, [row.standing, row.in_force, row.needs_second]])),
      ).toEqual(
        byPerson([...expected].map(([id, one]) => [id, [one.standing, one.inForce, one.lacks]])),
      )

      const { rows: mentors } = await listMentors(programme, ANYBODY, 'en', moment, 1, 100)
      expect(byPerson(mentors.map(({ id, conditions }) => [id, conditions]))).toEqual(
        byPerson(
          [...expected].flatMap(([id, { conditions }]) =>
            conditions === null ? [] : [[id, conditions]],
          ),
        ),
      )

      const wish = { tab: 'all', search: '', cohort: '', reason: null, page: 1 } as const
      const viewer = { viewer: platform.cast.carla.id, mayDecide: true, language: 'en' } as const
      const home = await loadHome({ programme, ...wish, ...viewer }, moment)
      expect(byPerson(home.rows.map(({ id, standing }) => [id, standing]))).toEqual(
        byPerson([...expected].map(([id, { standing }]) => [id, standing])),
      )

      const someone = all[step % all.length]
      if (!someone) continue
      expect(await findStanding(someone.person, programme, moment)).toBe(
        expected.get(someone.person)?.standing,
      )
      const kept = await findStandingHistory(someone.person)
      const facts = factsOf(someone, secondSince, timeZone, rules)
      expect([kept.asked, kept.pauses, kept.lapses, kept.stops]).toEqual([
        facts.asked,
        facts.pauses,
        facts.lapses,
        facts.stops,
      ])
    }
    // Otherwise chance has not asked enough.
    expect(met.size).toBeGreaterThanOrEqual(secondSince === null ? 13 : 14)
  },
)

const byPerson = (
  entries: readonly (readonly [string, unknown])[],
): (readonly [string, unknown])[] => entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
