/**
 * What the pages of a coordinator read from beginning to end, as SQLite says itself: of a table or an index all rows, or of a
 * programme everybody. All else is found by an index, so it costs the same for 100,000 people as for 100.
 */
import type { Client, InStatement } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONGEST_KEPT } from '#db/engine/keep-statements.ts'
import { ANYBODY, type RegisterWish } from '#domain/register/wish.ts'
import { REPORTS } from '#domain/reports/names.ts'
import { askFind } from '#server/people/ask-find.ts'
import { makeCohort } from '#server/people/cohorts.ts'
import { showApplications } from '#server/show/coordinate/applications.ts'
import { showCohorts } from '#server/show/coordinate/cohorts.ts'
import { showFound } from '#server/show/coordinate/find.ts'
import { showGroupSessions } from '#server/show/coordinate/group-sessions.ts'
import { showHandOver } from '#server/show/coordinate/hand-over.ts'
import { showHome, type HomeAsked } from '#server/show/coordinate/home.ts'
import { showInbox } from '#server/show/coordinate/inbox.ts'
import { showPeople } from '#server/show/coordinate/people.ts'
import { showLeft, showRegister } from '#server/show/coordinate/register.ts'
import { showReport } from '#server/show/coordinate/report.ts'
import { showRequests } from '#server/show/coordinate/requests.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'
import { newId } from '#server/trail/new-id.ts'
import { addMany } from '#tests/many-trainees.ts'
import { NOW, openPlatform, type Platform } from './platform.ts'

const programme = 'kidney'
const cohort = newId(NOW)
let platform: Platform
let roots: ReadonlyMap<unknown, string>
beforeAll(async () => {
  platform = await openPlatform()
  const { carla } = platform.cast
  await makeCohort(carla, programme, cohort, 'Spring', NOW)
  await addMany({ programme, by: carla.id, now: NOW, from: 0, to: 40, questions: [] })
  await freshDesk([programme], NOW, Number.POSITIVE_INFINITY)
  const stored = await platform.rows('SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0')
  roots = new Map(stored.map(({ name, rootpage }) => [rootpage, String(name)]))
})
afterAll(() => platform.close())

const home = (wish: Partial<HomeAsked>) => () => {
  const all = { tab: null, search: null, cohort: null, reason: null, whose: null }
  const asked: HomeAsked = { programme, ...all, page: 1, language: 'en', ...wish }
  return showHome(platform.cast.carla, asked, NOW)
}
const people = (wish: { readonly cohort?: string; readonly search?: string }) => () => {
  const all = { role: null, cohort: null, state: null, search: null }
  const asked = { programme, ...all, page: 1, language: 'en' as const, ...wish }
  return showPeople(platform.cast.carla, asked)
}
const inbox = (tab: string) => () =>
  showInbox(platform.cast.carla, { programme, tab, person: null, page: 1 }, NOW)
const report = (name: string) => () => {
  const all = { cohort: null, from: null, to: null }
  const asked = { programme, report: name, ...all, language: 'en' as const }
  return showReport(platform.cast.carla, asked, NOW)
}
const register = (wish: Partial<RegisterWish>) => () => {
  const asked = { wish: { ...ANYBODY, ...wish }, page: 1, language: 'en' as const }
  return showRegister(platform.cast.carla, programme, asked, NOW)
}
async function found(): Promise<unknown> {
  const { carla } = platform.cast
  const outcome = await askFind(carla, 'trainee 7', NOW)
  return showFound(carla, outcome.kind === 'asked' ? outcome.locked : '', 'en', NOW)
}

/** In the order of the list until a page is full, and counted up to MOST_COUNTED; a name is looked for in the index itself. */
const LISTS = ['desk_people of the programme']
/** Everybody of the programme: docs/performance.md says why it is still so. */
const EVERYBODY = ['roles_programme of the programme']
const PAIRINGS = ['pairings_programme of the programme']

/** Counted and looked through in an index that holds all that is asked, in its order until a page is full. */
const REGISTER = ['people', 'people_absence'].map((index) => `register_${index} of the programme`)

const pages: Readonly<Record<string, readonly [() => Promise<unknown>, readonly string[]]>> = {
  'the home': [home({}), LISTS],
  'the list of all': [home({ tab: 'all' }), LISTS],
  'who waits for nothing': [home({ tab: 'waiting' }), LISTS],
  'who is ready': [home({ tab: 'ready' }), LISTS],
  'a name on the home': [home({ search: 'a' }), LISTS],
  'a cohort on the home': [home({ cohort }), []],
  'the people of a cohort on the home': [home({ cohort, tab: 'all' }), []],
  'a kind of task': [home({ reason: 'idle', whose: 'all' }), LISTS],
  'questions that wait': [inbox('questions'), []],
  'reflections that wait': [inbox('reflections'), []],
  'what was answered': [inbox('answered'), EVERYBODY],
  'what was found': [found, []],
  'the people of a cohort': [people({ cohort }), []],
  'the people': [people({}), EVERYBODY],
  'a name among the people': [people({ search: 'a' }), EVERYBODY],
  cohorts: [() => showCohorts(platform.cast.carla, programme, 'en'), []],
  'the register': [register({}), REGISTER],
  'an area in the register': [register({ area: 'transplant', place: 'south' }), REGISTER],
  // Counted in an index, and then the latest of them until a page is full.
  'who left the register': [
    () => showLeft(platform.cast.carla, programme, { why: null, page: 1 }, NOW),
    ['register_people_absence of the programme', 'register_people_since of the programme'],
  ],
  'who waits for a mentor': [
    () => showRequests(platform.cast.carla, programme, null, NOW),
    ['request_waits_longest of the programme'],
  ],
  applications: [
    () => showApplications(platform.cast.carla, { programme, state: null, page: 1 }, NOW),
    ['applications_alike of the programme', 'links_programme of the programme'],
  ],
  'group sessions': [
    () =>
      showGroupSessions(
        platform.cast.carla,
        programme,
        { past: false, page: 1, language: 'en' },
        NOW,
      ),
    [],
  ],
  // Of coordinators.
  'what is handed over': [
    () => showHandOver(platform.cast.carla, programme, { from: null, to: null }, 'en', NOW),
    EVERYBODY,
  ],
  // Reports count everybody who joined, in pieces of the order of `roles_joined`, or every pairing.
  ...Object.fromEntries(
    REPORTS.map((name) => {
      const read = ['pairings', 'waiting', 'meetings', 'endings'].includes(name) ? PAIRINGS : []
      return [`the report ${name}`, [report(name), read]]
    }),
  ),
}

/** Tables that do not grow with people, and a partial index of the few harmful things that were seen. */
const FEW =
  /^(cohorts_name|check_rules_line|observed_levels_harm|sqlite_autoindex_(programme_rules|danger_calls)_1) /

test.each(Object.entries(pages))('%s', async (_, [show, expected]) => {
  const { seen, longest } = await statementsOf(show)
  const read = new Set((await Promise.all(seen.map(readWhole))).flat())
  expect([...read].filter((one) => !FEW.test(one)).sort()).toEqual(expected)
  // What is longer is prepared anew at each request, which takes longer than to answer it.
  expect(longest).toBeLessThanOrEqual(LONGEST_KEPT)
})

test('what reads a table or a programme whole is noticed', async () => {
  const whole = (sql: string): Promise<string[]> => readWhole({ sql, args: [] })
  expect(await whole('SELECT * FROM records ORDER BY made_at')).toEqual(['records whole'])
  expect(await whole('SELECT person FROM overviews WHERE help_at > 0')).toEqual([])
  expect(await whole('SELECT person FROM overviews WHERE done > 5')).toEqual(['overviews whole'])
  expect(await whole("SELECT * FROM roles WHERE programme = 'kidney'")).toEqual(EVERYBODY)
  expect(await whole("SELECT * FROM roles WHERE person = 'ray'")).toEqual([])
})

interface Asked {
  readonly sql: string
  readonly args: readonly unknown[]
}

async function statementsOf(
  show: () => Promise<unknown>,
): Promise<{ seen: Asked[]; longest: number }> {
  const client = clientOf()
  const seen: Asked[] = []
  const execute = client.execute.bind(client) as (
    ...args: unknown[]
  ) => ReturnType<Client['execute']>
  client.execute = (...args: unknown[]) => {
    const [query] = args as [InStatement]
    seen.push(typeof query === 'string' ? { sql: query, args: [] } : listed(query))
    return execute(...args)
  }
  try {
    await show()
  } finally {
    // Behind it stands the client's own.
    Reflect.deleteProperty(client, 'execute')
  }
  return { seen, longest: Math.max(...seen.map(({ sql }) => sql.length)) }
}

const listed = ({ sql, args }: Exclude<InStatement, string>): Asked => ({
  sql,
  args: Array.isArray(args) ? args : [],
})

/** By the steps of SQLite's own program: which stored table or index it goes through from its beginning or its end. */
async function readWhole({ sql, args }: Asked): Promise<string[]> {
  const given = args as (string | number)[]
  const steps = await platform.rows(`EXPLAIN ${sql}`, ...given)
  const cursors = new Map(
    steps.filter(({ opcode }) => opcode === 'OpenRead').map(({ p1, p2 }) => [p1, roots.get(p2)]),
  )
  const whole = steps
    .filter(({ opcode }) => opcode === 'Rewind' || opcode === 'Last')
    .flatMap(({ p1 }) => cursors.get(p1) ?? [])
    .map((name) => `${name} whole`)
  const plan = await platform.rows(`EXPLAIN QUERY PLAN ${sql}`, ...given)
  const ofProgramme = plan.flatMap(({ detail }) => {
    const by = / INDEX (\S+) \(programme=\?(?: AND (?:role|list|absence)[=>]\?)?\)$/.exec(
      String(detail),
    )
    if (!by) return []
    const [, index = ''] = by
    return `${index.replace(/^(desk_people|register_people)_(?:list_)?e[ns]$/, '$1')} of the programme`
  })
  return [...new Set([...whole, ...ofProgramme])]
}

function clientOf(): Client {
  const states = globalThis as unknown as Record<symbol, { open?: { client: Client } }>
  const client = states[Symbol.for('alongside.database')]?.open?.client
  if (!client) throw new Error('no database is open')
  return client
}
