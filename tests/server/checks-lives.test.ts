/** The rule of checks and its SQL say the same of random histories, at every moment, in every time zone. */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { dueSince, holdSince, insertCheckEntry, insertCheckRule } from '#db/checks.ts'
import { flag, read, rows, write } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { DAY_MS, momentIn, plusDays } from '#domain/calendar/days.ts'
import {
  CHECK_ACTS,
  CHECK_LINES,
  CHECK_RULES,
  isCheckDue,
  isOnHold,
  type CheckEntry,
  type CheckRule,
} from '#domain/readiness/checks.ts'
import { newId } from '#server/trail/new-id.ts'
import { openTemporary } from '#tests/db/temporary.ts'

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

const time = fc.integer({ min: -40 * 24, max: 10 * 24 }).map((hours) => NOW + hours * 3_600_000)
const line = { check: fc.constantFrom('a', 'b'), line: fc.constantFrom(...CHECK_LINES), at: time }
const days = fc.option(fc.integer({ min: -3, max: 12 }), { nil: null, freq: 4 })
const entry = fc.record({
  ...{ ...line, act: fc.constantFrom('accepted', 'accepted', ...CHECK_ACTS) },
  recheck: days,
  window: fc.integer({ min: -1, max: 5 }),
  endless: fc.boolean(),
})
const ruled = fc.record({
  ...{ ...line, rule: fc.constantFrom('required', 'required', ...CHECK_RULES) },
  since: time,
})

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never
const toEntry = ({ recheck, window, endless, ...one }: Of<typeof entry>): CheckEntry => {
  const recheckOn = recheck === null ? null : plusDays('2026-11-27', recheck)
  const countsUntil = recheckOn && !endless ? plusDays(recheckOn, window) : null
  return { ...one, id: newId(one.at), recheckOn, countsUntil }
}
const toRule = (one: Of<typeof ruled>): CheckRule => ({
  ...one,
  id: newId(one.at),
  since: one.rule === 'required' ? one.since : null,
})

/** Before and at the moments in which something ends, and long after. */
const LATER = [-9, 0, 1, 3, 27, 40].map((count) => NOW + count * DAY_MS)

test.each(['America/Chicago', 'Europe/London', 'Pacific/Auckland'])(
  'in %s who is on hold, and about whom a check is due, is the same in both',
  async (timeZone) => {
    const seen = { hold: 0, due: 0, neither: 0 }
    for (const [n, some] of fc
      .sample(fc.array(ruled, { maxLength: 4 }), { numRuns: 12, seed: 20261201 })
      .entries()) {
      const programme = `${timeZone}-${n}`
      const rules = some.map(toRule)
      const people = fc
        .sample(fc.array(entry, { maxLength: 5 }), { numRuns: 25, seed: 20261202 + n })
        .map((entries, index) => ({
          person: newId(NOW),
          entries: entries.map(toEntry),
          isSignedOff: index % 2 === 0,
        }))
      await write([
        ...rules.map(({ check: checkSlug, ...rule }) =>
          insertCheckRule({ ...rule, checkSlug, programme, by: CARLA }),
        ),
        ...people.flatMap(({ person, entries }) => [
          insertPerson({
            id: person,
            signInName: person,
            name: 'x',
            language: 'en',
            createdAt: NOW,
          }),
          insertRole({ person, role: 'trainee', programme, createdAt: NOW }),
          ...entries.map(({ check: checkSlug, ...one }) =>
            insertCheckEntry({ ...one, checkSlug, person, programme, onDay: '', by: CARLA }),
          ),
        ]),
      ])
      const signedOff = JSON.stringify(people.flatMap((p) => (p.isSignedOff ? [p.person] : [])))
      for (const at of LATER) {
        const moment = momentIn(timeZone, at)
        const found = await read(
          rows(
            sql`SELECT s.person, ${holdSince('s', moment)} IS NOT NULL AS hold, ${dueSince('s', moment)} IS NOT NULL AS due
            FROM (SELECT person, programme, CASE WHEN person IN (SELECT value FROM json_each(${signedOff})) THEN 'x' END AS in_force
              FROM roles WHERE programme = ${programme}) s`,
            { person: z.string(), hold: flag, due: flag },
          ),
        )
        const said = people.map(({ person, entries, isSignedOff }) => {
          const facts = { rules, entries }
          const hold = isOnHold(facts, at, timeZone)
          const due = isCheckDue(facts, at, timeZone, isSignedOff)
          seen[hold ? 'hold' : due ? 'due' : 'neither']++
          return { person, hold, due }
        })
        const byPerson = (a: { person: string }, b: { person: string }) =>
          a.person < b.person ? -1 : 1
        expect(found.toSorted(byPerson)).toEqual(said.toSorted(byPerson))
      }
    }
    // Otherwise chance has not asked enough.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
  },
)
