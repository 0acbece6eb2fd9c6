/** What is kept of the desk says the same as the rule over all rows, whatever happened and whenever one looks. */
import fc from 'fast-check'
import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { flag, json, read, rows, write, type Query } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { marked } from '#db/home-marked.ts'
import { nameOf } from '#db/home-reasons.ts'
import { placesTaken } from '#db/pairing-rows.ts'
import { ABSENT_SINCE } from '#db/register-kept.ts'
import { signedOff } from '#db/register-rows.ts'
import { dayAt, DAY_MS } from '#domain/calendar/days.ts'
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

const REGISTERED = {
  ...{ person: z.string(), absence: z.string(), since: z.number(), areas: z.string() },
  ...{ languages: z.string(), ways: z.string(), place: z.string(), capacity: z.number() },
  offers: z.string(),
}
const registered = async (statement: SQL): Promise<string[]> =>
  (await read(rows(statement, REGISTERED))).map((row) => Object.values(row).join(' '))

/** What the register shows of everybody who was ever signed off, and what is free of each offer, by the rule over all rows. */
function registerComputed(programme: string, now: number): Promise<string[]> {
  const moment = momentOf(programme, now)
  const free = sql.raw(`(k.capacity - ${placesTaken('k.id', 'k.programme', moment.today)})`)
  const list = (from: string) => sql.raw(`(SELECT json_group_array(value) FROM ${from})`)
  const areas =
    'json_each(k.comfort_areas) WHERE value NOT IN (SELECT value FROM json_each(k.no_go_areas))'
  const [languages, ways] = ['json_each(k.languages)', 'json_each(k.contact_ways)']
  const kinds = [
    `SELECT 'area' AS kind, value FROM ${areas}`,
    `SELECT 'language', value FROM ${languages}`,
    `SELECT 'contact', value FROM ${ways}`,
  ].join(' UNION ALL ')
  return registered(sql`SELECT k.id AS person, k.absence, CASE k.absence WHEN '' THEN 0 ELSE coalesce(${ABSENT_SINCE('k')}, 0) END AS since,
      ${list(areas)} AS areas, ${list(languages)} AS languages, ${list(ways)} AS ways, k.folded_place AS place, k.capacity,
      CASE WHEN k.absence = '' THEN (SELECT json_group_array(kind || value || ${free} ORDER BY kind, value) FROM (${sql.raw(kinds)})) ELSE '[]' END AS offers
    FROM (${signedOff(programme, moment)}) k ORDER BY k.id`)
}

const registerKept = (programme: string): Promise<string[]> =>
  registered(sql`SELECT d.person, absence, since_at AS since, areas, languages, ways, place, capacity, (SELECT json_group_array(
      kind || value || free ORDER BY kind, value) FROM register_offers o WHERE o.programme = d.programme AND o.person = d.person) AS offers
    FROM register_people d WHERE programme = ${programme} ORDER BY person`)

/** What they offer, and mentors who are asked and say nothing: from a day on their place is free again, by the clock alone. */
function offers(people: readonly string[], programme: string): readonly Query[] {
  const by = platform.cast.carla.id
  return [
    `UPDATE sign_offs SET comfort_areas = CASE WHEN rowid % 3 THEN '["diabetes","transplant"]' ELSE '["transplant"]' END,
      no_go_areas = CASE WHEN rowid % 4 THEN '[]' ELSE '["diabetes"]' END, languages = CASE WHEN rowid % 2 THEN '["en"]' ELSE '["en", "es"]' END,
      contact_ways = '["phone"]', capacity = rowid % 4, place = 'South ' || rowid % 3 WHERE programme = '${programme}'`,
    `UPDATE support_reviews SET capacity = rowid % 5 WHERE programme = '${programme}'`,
  ]
    .map((text): Query => ({ sql: text, args: [] }))
    .concat(
      people.flatMap((mentor, at): Query[] => {
        const [request, id] = [newId(NOW), newId(NOW)]
        const ends_on = dayAt(NOW + [1, 2, 9][at % 3]! * DAY_MS, momentOf(programme, NOW).timeZone)
        return [
          insert('mentor_requests', {
            ...{ id: request, programme, reference: request, code_hash: request },
            ...{ asker: 'coordinator', by, language: 'en', at: NOW },
          }),
          insert('request_consents', {
            id: newId(NOW),
            request,
            given: 1,
            how: 'said',
            by,
            at: NOW,
          }),
          {
            sql: `INSERT INTO proposals (id, request, programme, mentor, sign_off, by, at, ends_on, reasons)
              SELECT ?, ?, ?, ?, s.id, ?, ?, ?, '[]' FROM sign_offs s WHERE s.person = ? LIMIT 1`,
            args: [id, request, programme, mentor, by, NOW, ends_on, mentor],
          },
        ]
      }),
    )
}

const differences = (a: readonly unknown[], b: readonly unknown[]): string[] => {
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
    await write(
      offers(
        people.map(({ id }) => id),
        programme,
      ),
    )
    const seen: string[] = []
    for (const [turn, later] of LATER.entries()) {
      const now = NOW + later
      await refreshDesk(programme, momentOf(programme, now))
      expect(differences(await computed(programme, now), await kept(programme))).toEqual([])
      const register = await registerKept(programme)
      expect(differences(await registerComputed(programme, now), register)).toEqual([])
      seen.push(...register)
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
    // Some have a place free, some have none, and some are away.
    expect(seen.filter((line) => line.includes('phone1')).length).toBeGreaterThan(9)
    expect(seen.filter((line) => line.includes('phone-1')).length).toBeGreaterThan(9)
    expect(seen.filter((line) => line.endsWith('[]')).length).toBeGreaterThan(99)
    // A clock that is set back.
    await refreshDesk(programme, momentOf(programme, NOW))
    expect(differences(await computed(programme, NOW), await kept(programme))).toEqual([])
    expect(
      differences(await registerComputed(programme, NOW), await registerKept(programme)),
    ).toEqual([])
    expect((await kept(programme)).length).toBeGreaterThan(100)
  },
)

/** Tables that hold one row a person are there from before. */
const isNew = (query: unknown): boolean =>
  !/INTO (overviews|progress|lapses)/.test(JSON.stringify(query))
