/** No statement of the work list reads a table that grows from its beginning to its end. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitingApplicationsQuery } from '#db/application-waits.ts'
import { sessionsInFeedQuery } from '#db/calendar-feeds.ts'
import { cohortsQuery } from '#db/cohorts.ts'
import { attendedSessionsQuery, groupSessionsQuery, openSessionsQuery } from '#db/group-sessions.ts'
import { homeRowsQuery, listedCountsQuery, listedQuery } from '#db/home.ts'
import { handedPeopleQuery, handedTasksQuery } from '#db/hand-over.ts'
import { dueNoticesQuery } from '#db/notices-due.ts'
import { noticesOfQuery } from '#db/notices.ts'
import { troubledMailQuery } from '#db/outbox.ts'
import { staffQuery } from '#db/people.ts'
import { utc } from '#tests/moment.ts'
import { sql } from 'drizzle-orm'
import { refreshingWaits, staleWaitsQuery, waitingSubjectQuery } from '#db/desk-waits.ts'
import { rows, type Reading } from '#db/client.ts'
import { lacksQuery } from '#db/lacks.ts'
import { pairingNeedsQuery } from '#db/pairing-needs.ts'
import {
  checkInsQuery,
  endingFormsQuery,
  meetingsQuery,
  ownPairingsQuery,
  pairingsQuery,
  plannedEndQuery,
  supportedQuery,
} from '#db/pairings.ts'
import {
  proposalHeadQuery,
  proposalsQuery,
  requestAskedQuery,
  signOffTodayQuery,
} from '#db/proposals.ts'
import { consentsQuery, ownRequestQuery, requestNotesQuery } from '#db/requests.ts'
import { candidatesQuery } from '#db/suggestions.ts'
import { linesQuery, mySessionsQuery } from '#db/sign-ups.ts'
import { taskCountsQuery, taskQuery, tasksQuery, waitingQuery } from '#db/tasks.ts'
import { unreachedSinceQuery } from '#db/unreached.ts'
import { waitingNumbersQuery, waitingRequestsQuery } from '#db/waiting-requests.ts'
import { REASONS, PEOPLE_TABS } from '#domain/readiness/attention.ts'
import { WHOSE } from '#domain/readiness/task.ts'
import { ASKED } from './request-of.ts'
import { openPlatform, type Platform } from './platform.ts'

const TODAY = '2026-11-28'
const MOMENT = utc(Date.parse(TODAY))
let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

/** What SQLite would read whole: of a table, with or without an index; results of its own steps are not tables. */
async function scanned({ sql, params }: Reading<unknown>): Promise<string[]> {
  const plan = await platform.rows(`EXPLAIN QUERY PLAN ${sql}`, ...(params as (string | number)[]))
  const lines = plan.map(({ detail }) => String(detail))
  const own = lines.map((line) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)$/.exec(line)?.[1])
  return lines.filter((line) => {
    const table = /^SCAN (\S+)/.exec(line)?.[1]
    return table && table !== 'CONSTANT' && table !== 'json_each' && !own.includes(table)
  })
}

const BETWEEN = { programme: 'kidney', from: 'carla', to: 'cesar', by: 'carla' }
const viewer = { programme: 'kidney', viewer: 'carla', mayDecide: true }
const wishes = WHOSE.flatMap((whose) =>
  [null, ...REASONS].map((reason) => ({ ...viewer, whose, reason, cohort: '', page: 3 })),
)
const sessionsOn = (past: boolean) =>
  groupSessionsQuery('kidney', { past, from: Date.parse(TODAY), page: 2 })
const statements: readonly (readonly [string, () => Reading<unknown>])[] = [
  ...wishes.map((wish) => [`${wish.whose} ${wish.reason}`, () => tasksQuery(wish, TODAY)] as const),
  ...WHOSE.map(
    (whose) =>
      [
        `how many ${whose}`,
        () => taskCountsQuery({ ...viewer, whose, reason: null, cohort: '', page: 1 }, TODAY),
      ] as const,
  ),
  ['one task', () => taskQuery(viewer, 'ray', 'concern', TODAY)],
  ['how much waits', () => waitingQuery([{ ...viewer, today: TODAY }])],
  ['applications', () => waitingApplicationsQuery(new Map([['kidney', TODAY]]))],
  ['mail that did not arrive', () => troubledMailQuery('carla', ['kidney'], Date.parse(TODAY))],
  [
    'what nobody was told yet',
    () =>
      dueNoticesQuery({ programme: 'kidney', today: TODAY, now: Date.parse(TODAY), began: 0 }, 500),
  ],
  ['whom mail does not reach', () => unreachedSinceQuery('ray')],
  ['what somebody was told', () => noticesOfQuery('ray', null, 1)],
  ['who waits for a mentor', () => waitingRequestsQuery('kidney', null, TODAY)],
  ['who waits less', () => waitingRequestsQuery('kidney', { since: 1, id: 'x' }, TODAY)],
  ['how many wait for a mentor', () => waitingNumbersQuery(['kidney'], Date.parse(TODAY))],
  ['the group sessions to come', () => sessionsOn(false).rows],
  ['those that were', () => sessionsOn(true).rows],
  ['how many there are', () => sessionsOn(true).total],
  ['one’s own group sessions', () => mySessionsQuery('ray', 'kidney', 1)],
  [
    'those that one may come to',
    () => openSessionsQuery('ray', 'kidney', { startsAt: 1, id: 'x' }, 50),
  ],
  ['those that one came to', () => attendedSessionsQuery('ray', 'kidney', 1)],
  ['who signed up', () => linesQuery(['x'])],
  ['the calendar of a trainee', () => sessionsInFeedQuery('ray', [], 1, ['x'])],
  ['the calendar of a coordinator', () => sessionsInFeedQuery('carla', ['kidney'], 1, ['x'])],
  ['the meetings of a pairing', () => meetingsQuery('x')],
  ['those whom somebody supported', () => ownPairingsQuery('ray', 400)],
  ['how a pairing goes', () => checkInsQuery('x')],
  ['when a pairing is to end', () => plannedEndQuery('x')],
  ['what was said at the end of a pairing', () => endingFormsQuery('x')],
  ['whom a mentor supports', () => supportedQuery('ray', ['kidney'])],
  ['what waits of pairings about a mentor', () => pairingNeedsQuery('ray', 'kidney')],
  ...[null, 'ray'].flatMap((mentor) =>
    [true, false].flatMap((ongoing) =>
      ['', 'x'].map(
        (after) =>
          [
            `pairings of ${mentor ?? 'all'} that ${ongoing ? 'go on' : 'ended'}, after ${after || 'nothing'}`,
            () => pairingsQuery({ programme: 'kidney', mentor }, ongoing, after),
          ] as const,
      ),
    ),
  ),
  ...[{ proposal: 'x' }, { request: 'x' }, { mentor: 'ray' }].map(
    (whose) =>
      [
        `proposals by ${Object.keys(whose).join('')}`,
        () => proposalsQuery(whose, 'kidney', MOMENT),
      ] as const,
  ),
  ['whose a proposal is', () => proposalHeadQuery('x')],
  ['what a request asks for', () => requestAskedQuery('x', 'kidney')],
  ['the sign-off of a mentor', () => signOffTodayQuery('ray', 'kidney', MOMENT)],
  ['who consented when', () => consentsQuery('x')],
  ['what was tried', () => requestNotesQuery('x')],
  ['one’s own request', () => ownRequestQuery('x')],
  ['cohorts', () => cohortsQuery(['kidney'], 'en')],
  ['what goes to a colleague', () => handedTasksQuery(BETWEEN)],
  ['who goes to a colleague', () => handedPeopleQuery(BETWEEN)],
  ['what waits and is out of date', () => staleWaitsQuery('kidney', Date.parse(TODAY))],
  ['what a task is about', () => waitingSubjectQuery('ray', ['kidney'])],
  ...refreshingWaits('kidney', sql`(SELECT value FROM json_each('["ray"]'))`, MOMENT, String).map(
    (statement, at) => [`step ${at} of working out what waits`, () => rows(statement, {})] as const,
  ),
  ['colleagues', () => staffQuery(['kidney'], ['coordinator'], 'en')],
  ...PEOPLE_TABS.flatMap((tab) => {
    const list = { ...viewer, tab, search: '', cohort: '', page: 3, language: 'en' } as const
    return [
      [`the list ${tab}`, () => listedQuery(list)],
      [`how many in ${tab}`, () => listedCountsQuery(list)],
      [`the list ${tab} of a cohort`, () => listedQuery({ ...list, cohort: 'x' })],
      [`how many in ${tab} of a cohort`, () => listedCountsQuery({ ...list, cohort: 'x' })],
    ] as const
  }),
]

test.each(statements)('%s finds what it shows by an index', async (_, statement) => {
  expect(await scanned(statement())).toEqual([])
})

test('what waits in a cohort is found by its people, and not by looking at everybody there', async () => {
  const wish = { ...viewer, whose: 'open', reason: null, cohort: 'x', page: 1 } as const
  const people = {
    ...viewer,
    tab: 'all',
    search: '',
    cohort: 'x',
    page: 1,
    language: 'en',
  } as const
  for (const statement of [
    ...WHOSE.flatMap((whose) => [
      tasksQuery({ ...wish, whose }, TODAY),
      tasksQuery({ ...wish, whose, reason: 'help' }, TODAY),
      taskCountsQuery({ ...wish, whose }, TODAY),
    ]),
    listedQuery(people),
    listedCountsQuery(people),
  ]) {
    // What was found of the cohort is gone through under this name.
    expect((await scanned(statement)).filter((one) => one !== 'SCAN k')).toEqual([])
    const { sql: text, params } = statement
    const plan = await platform.rows(`EXPLAIN QUERY PLAN ${text}`, ...(params as string[]))
    const reads = plan.map(({ detail }) => String(detail))
    expect(reads.filter((one) => /roles_cohort \(cohort=\?\)/.test(one)).length).toBeGreaterThan(0)
    // By the programme and no person, everybody there is read.
    expect(
      reads.filter((one) => /SEARCH [kd] .*\(programme=\?(?! AND person=\?)/.test(one)),
    ).toEqual([])
  }
})

test('the people of one page are found by their ids; read whole are only harms that stand, which are few', async () => {
  const wish = { ...viewer, tab: 'all', search: '', cohort: '', page: 1, language: 'en' } as const
  const rows = homeRowsQuery(wish, ['ray', 'luz'], utc(Date.parse(TODAY)))
  // `h` and `m` are what was worked out of these people, `d` a list in JSON.
  const known = /^SCAN ([hm]$|d VIRTUAL TABLE|l USING INDEX observed_levels_harm)/
  expect((await scanned(rows)).filter((line) => !known.test(line))).toEqual([])
})

/** Lists in JSON, harms that stand, which are few, and what was worked out before: `m` of the mentors, `w` what is wanted. */
const WORKED_OUT = /VIRTUAL TABLE|^SCAN [mw]$|^SCAN l USING INDEX observed_levels_harm/
test('mentors are suggested and missed by reading the mentors of one programme, found by an index', async () => {
  const asks = { request: 'x', programme: 'kidney', viewer: 'carla' }
  for (const reading of [
    lacksQuery('kidney'),
    candidatesQuery(asks, ASKED, MOMENT, { after: '' }),
    candidatesQuery(asks, ASKED, MOMENT, { after: 'x' }),
    candidatesQuery(asks, ASKED, MOMENT, { after: '', only: 'ray' }),
  ])
    expect((await scanned(reading)).filter((line) => !WORKED_OUT.test(line))).toEqual([])
})
