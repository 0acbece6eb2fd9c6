/** What is kept of the desk says the same as the rule over all rows, whatever happened and whenever one looks. */
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { flag, json, read, rows, write } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { marked } from '#db/home-marked.ts'
import { nameOf } from '#db/home-reasons.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { PERSON_REASONS } from '#domain/readiness/attention.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { newId } from '#server/trail/new-id.ts'
import { checkRules, insert, life, NOW, rowsOf, type Life } from './lives.ts'
import { openPlatform, type Platform } from './platform.ts'

const PEOPLE = 150
const HOUR = 3_600_000
/** Since then, milliseconds: an hour, the next days in both zones, and when pauses, reviews and sign-offs end. */
const LATER = [
  0,
  HOUR,
  4 * HOUR,
  DAY_MS,
  2 * DAY_MS,
  9 * DAY_MS,
  28 * DAY_MS,
  61 * DAY_MS,
  301 * DAY_MS,
]

/** Signed off so many days ago and nothing else, so that the clock alone asks for the first review. */
const FIRST_REVIEWS = [20, 26, 27, 28].map((ago): Life => ({
  ...{ archived: false, asked: null, help: null, helpFollowed: null, reflection: null },
  ...{
    incidents: [],
    stopped: null,
    checked: true,
    checks: [],
    stuck: false,
    lapsed: false,
    pause: null,
    meetings: [],
    reviews: [],
    observations: [],
  },
  ...{ needs: ['', '', ''], concerns: [], pairings: [], refused: null, dataAsked: null, worked: 0 },
  signOffs: [
    {
      ...{ ago, decision: 'ready', ends: null, withdrawn: false, second: true, committed: true },
      byCarla: false,
    },
  ],
}))

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

type Line = readonly [person: string, here: boolean, ready: boolean, reasons: string]

/** By the rule over all rows of everybody. */
async function computed(programme: string, now: number): Promise<Line[]> {
  const whom = { programme, viewer: '', mayDecide: true }
  const reasons = sql.raw(PERSON_REASONS.map(nameOf).join())
  const found = await read(
    rows(
      sql`${marked(whom, momentOf(programme, now))} SELECT id, here, ready, json_array(${reasons}) AS reasons FROM marked ORDER BY id`,
      { id: z.string(), here: flag, ready: flag, reasons: json(z.array(flag)) },
    ),
  )
  return found
    .map(({ id, here, ready, reasons: has }): Line => [
      id,
      here,
      ready,
      PERSON_REASONS.filter((_, at) => has[at])
        .toSorted()
        .join(),
    ])
    .filter(([, here, , said]) => here || said !== '')
}

async function kept(programme: string): Promise<Line[]> {
  const found = await read(
    rows(
      sql`SELECT d.person, d.is_here, d.list = 'ready' AS is_ready, coalesce((SELECT group_concat(reason, ',') FROM
        (SELECT reason FROM tasks t WHERE t.person = d.person AND t.programme = d.programme ORDER BY reason)), '') AS reasons
        FROM desk_people d WHERE d.programme = ${programme} ORDER BY d.person`,
      { person: z.string(), is_here: flag, is_ready: flag, reasons: z.string() },
    ),
  )
  return found
    .map((row): Line => [row.person, row.is_here, row.is_ready, row.reasons])
    .filter(([, here, , said]) => here || said !== '')
}

const differences = (a: readonly Line[], b: readonly Line[]): string[] => {
  const one = new Set(a.map(String))
  const other = new Set(b.map(String))
  return [
    ...[...one].filter((line) => !other.has(line)).map((line) => `computed ${line}`),
    ...[...other].filter((line) => !one.has(line)).map((line) => `kept ${line}`),
  ]
}

test.each(['kidney', 'long-term'])(
  'in %s nothing due is absent and nothing done stays, through changes and time',
  async (programme) => {
    await write(checkRules(platform, programme))
    const lives = fc.sample(life, { numRuns: PEOPLE * 2, seed: 20261130 })
    const people = [...lives.slice(0, PEOPLE), ...FIRST_REVIEWS].map((of) => ({
      id: newId(NOW),
      of,
    }))
    await write(people.flatMap(({ id, of }) => rowsOf(platform, id, programme, of)))
    for (const [turn, later] of LATER.entries()) {
      const now = NOW + later
      await refreshDesk(programme, momentOf(programme, now))
      expect(differences(await computed(programme, now), await kept(programme))).toEqual([])
      // Somebody else does things meanwhile; one of them by the rules of the programme.
      const [more] = lives.slice(PEOPLE + turn)
      if (more)
        await write(
          rowsOf(platform, people[turn]?.id ?? '', programme, more)
            .slice(2)
            .filter(isNew),
        )
      if (turn === 2)
        await write([
          insert('programme_rules', {
            ...{ programme, second_signature: 1, group_sessions_count: 0 },
            ...{ second_since: now + 5 * DAY_MS, changed_by: '', changed_at: now },
          }),
          insert('check_rules', {
            ...{ id: newId(now), programme, check_slug: 'references', line: 'seen', at: now },
            ...{ rule: 'required', since: now + 4 * DAY_MS, by: platform.cast.carla.id },
          }),
        ])
    }
    // A clock that is set back.
    await refreshDesk(programme, momentOf(programme, NOW))
    expect(differences(await computed(programme, NOW), await kept(programme))).toEqual([])
    expect((await kept(programme)).length).toBeGreaterThan(100)
  },
)

/** Tables that hold one row a person are there from before. */
const isNew = (query: unknown): boolean =>
  !/INTO (overviews|progress|lapses)/.test(JSON.stringify(query))
