/** What the reports count of a period: requests, pairings, meetings, endings, reviews and sessions. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, read, write, type Query } from '#db/client.ts'
import {
  endingsQuery,
  meetingSpansQuery,
  pairingSpansQuery,
  statesQuery,
  supportSpansQuery,
  waitingDaysQuery,
} from '#db/happened-reports.ts'
import {
  meetings,
  mentorRequests,
  pairingEnds,
  pairings,
  proposals,
  supportReviews,
} from '#db/schema.ts'
import { makeCohort } from '#server/people/cohorts.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { readPeriod } from '#domain/reports/period.ts'
import { spansOfPeriod } from '#domain/reports/spans.ts'
import { newId } from '#server/trail/new-id.ts'
import { mentorOf } from './mentor-of.ts'
import { NOW, openPlatform, type Platform } from './platform.ts'

const ZONE = 'America/Chicago'
let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const wish = (from: string, to: string, cohort = '') => ({
  programme: 'kidney',
  cohort,
  spans: spansOfPeriod(readPeriod(from, to, ZONE).period, ZONE, NOW),
})
const at = (day: string) => Date.parse(`${day}T18:00:00Z`)

test('a request of March finds its mentor in April, they meet twice, and it ends in July', async () => {
  const { cast } = platform
  const { id: mentor } = await mentorOf(platform, 'kidney')
  const [row] = await platform.rows('SELECT id FROM sign_offs WHERE person = ?', mentor)
  const signOff = String(row?.['id'])
  const [request, proposal, pairing] = [newId(NOW), newId(NOW), newId(NOW)]
  const by = cast.carla.id
  const met = (metOn: string, minutes: number, takenBackAt: number | null = null): Query =>
    database()
      .insert(meetings)
      .values({
        ...{ id: newId(NOW), pairing, metOn, minutes, takenBackAt },
        ...{ way: 'phone', by: mentor, at: at(metOn) },
      })
  await write([
    database()
      .insert(mentorRequests)
      .values({
        ...{ id: request, programme: 'kidney', reference: 'K7-4QX', codeHash: 'x', by },
        ...{ asker: 'coordinator', language: 'en', at: at('2024-03-10') },
      }),
    database()
      .insert(proposals)
      .values({
        ...{ id: proposal, request, programme: 'kidney', mentor, signOff, by },
        ...{ at: at('2024-04-01'), endsOn: '2024-04-08', reasons: '[]' },
      }),
    database()
      .insert(pairings)
      .values({
        ...{ id: pairing, proposal, request, programme: 'kidney', mentor, by },
        at: at('2024-04-09'),
      }),
    met('2024-04-12', 40),
    met('2024-06-30', 50),
    met('2024-05-01', 500, at('2024-05-02')),
    database()
      .insert(pairingEnds)
      .values({
        ...{ pairing, why: 'as-planned', endedOn: '2024-07-02', by },
        at: at('2024-07-03'),
      }),
    database()
      .insert(supportReviews)
      .values({
        ...{ id: newId(NOW), person: mentor, programme: 'kidney', coordinator: by },
        ...{ heldAt: at('2024-05-10'), wentWell: 'x', stayed: '', skill: '', wellbeing: 4 },
        ...{ capacity: 1, nextOn: '2024-08-01' },
      }),
  ])

  const year = wish('2024-01-01', '2024-09-30')
  expect(await read(pairingSpansQuery(year))).toEqual([
    { span: 0, requests: 1, begun: 0, ended: 0, open: 0 },
    { span: 1, requests: 0, begun: 1, ended: 0, open: 1 },
    { span: 2, requests: 0, begun: 0, ended: 1, open: 0 },
  ])
  expect(await read(waitingDaysQuery(year))).toEqual([{ value: 30, n: 1 }])
  expect(await read(waitingDaysQuery(wish('2024-01-01', '2024-03-31')))).toEqual([])
  expect(await read(meetingSpansQuery(year))).toEqual([
    { span: 0, meetings: 0, minutes: 0, pairings: 0, mentors: 0 },
    { span: 1, meetings: 2, minutes: 90, pairings: 1, mentors: 1 },
    { span: 2, meetings: 0, minutes: 0, pairings: 0, mentors: 0 },
  ])
  expect(await read(endingsQuery(year))).toEqual([{ why: 'as-planned', n: 1 }])
  expect(await read(endingsQuery(wish('2024-01-01', '2024-07-01')))).toEqual([])
  expect(await read(supportSpansQuery(year))).toEqual([
    { span: 0, reviews: 0, reviewed: 0, sessions: 0, came: 0 },
    { span: 1, reviews: 1, reviewed: 1, sessions: 0, came: 0 },
    { span: 2, reviews: 0, reviewed: 0, sessions: 0, came: 0 },
  ])

  // Of another programme, and of a cohort that the mentor is not in, nothing is said.
  expect(await read(endingsQuery({ ...year, programme: 'long-term' }))).toEqual([])
  const cohort = newId(NOW)
  await makeCohort(cast.carla, 'kidney', cohort, 'Spring', NOW)
  const theirs = { ...year, cohort }
  expect(await read(pairingSpansQuery(theirs))).toEqual(
    [0, 1, 2].map((span) => ({ span, requests: null, begun: 0, ended: 0, open: 0 })),
  )
  expect((await read(supportSpansQuery(theirs)))[1]?.reviews).toBe(0)
})

test('everybody who joined stands somewhere, once', async () => {
  const states = await read(
    statesQuery(
      { of: [{ programme: 'kidney', from: null, before: null }], cohort: '' },
      momentOf('kidney', NOW),
    ),
  )
  const [count] = await platform.rows(
    `SELECT count(*) AS n FROM roles WHERE role = 'trainee' AND programme = 'kidney'`,
  )
  expect(states.reduce((sum, { n }) => sum + n, 0)).toBe(count?.['n'])
  expect(states.find(({ state }) => state === 'ready')?.n).toBe(1)
})
