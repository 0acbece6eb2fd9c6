/** The time together: meetings, how it goes, and the end; also where a mentor lapses in the middle. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from 'drizzle-orm'
import { read, rows, write } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { meetingsQuery, ownPairingsQuery } from '#db/pairings.ts'
import { signOffTodayQuery } from '#db/proposals.ts'
import { deleteBefore } from '#db/retention.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { cutoffsAt } from '#domain/retention/retention.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { answerProposal } from '#server/pairing/answer-proposal.ts'
import { connect, noteRequesterAnswer } from '#server/pairing/connect.ts'
import { checkIn, endPairing, planEnding, writeEndingForm } from '#server/pairing/keep-pairing.ts'
import { noteMeetingOf, takeBackMeetingOf } from '#server/pairing/note-meeting.ts'
import { openRecord } from '#server/readiness/open-record.ts'
import { showPerson } from '#server/show/coordinate/person.ts'
import { propose } from '#server/pairing/propose.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'
import { showPairing } from '#server/show/coordinate/pairing.ts'
import { showLearnt } from '#server/show/learn/learnt.ts'
import { showOwnPairings } from '#server/show/learn/pairing.ts'
import { newId } from '#server/trail/new-id.ts'
import { listMentors } from '#tests/read-desk.ts'
import { mentorOf } from './mentor-of.ts'
import { learnerOf, NOW, openPlatform, type Platform } from './platform.ts'
import { requestOf } from './request-of.ts'

const PROGRAMME = 'kidney'
const SAVED = { kind: 'saved' }
const CHICAGO = 'America/Chicago'
const TODAY = dayAt(NOW, CHICAGO)
let platform: Platform
let carla: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
})
afterAll(() => platform.close())

/** A mentor and a request that were connected two days ago. */
async function connected() {
  const { id } = await mentorOf(platform, PROGRAMME)
  const luz: Person = {
    ...platform.cast.ray,
    id,
    roles: [{ role: 'trainee', programme: PROGRAMME }],
  }
  const request = await requestOf(PROGRAMME, carla.id, NOW)
  const of = newId(NOW)
  await propose(carla, request, { id: of, mentor: id, days: 7 }, NOW)
  await answerProposal(luz, of, 'yes', NOW)
  await noteRequesterAnswer(carla, of, 'yes', NOW)
  expect(await connect(carla, of, newId(NOW), NOW)).toEqual(SAVED)
  return { luz, request, of }
}

async function reasons(of: Person, now = NOW): Promise<string[]> {
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
  const found = await read(
    rows(sql`SELECT reason FROM tasks WHERE person = ${of.id} ORDER BY reason`, {
      reason: z.string(),
    }),
  )
  return found.map(({ reason }) => reason)
}
const meets = async (luz: Person, of: string, form: object = {}, now = NOW) =>
  noteMeetingOf(
    await learnerOf(luz),
    of,
    { id: newId(now), metOn: dayAt(now, 'America/Chicago'), way: 'phone', minutes: 40, ...form },
    now,
  )
const goes = (of: string, after: 'first' | 'third', by = carla, id = newId(NOW)) =>
  checkIn(by, of, { id, after, going: 'well', text: ' They laughed. ' }, NOW)
const ends = (
  of: string,
  why: Parameters<typeof endPairing>[2]['why'],
  by = carla,
  endedOn = TODAY,
) => endPairing(by, of, { why, endedOn }, NOW)

describe('a meeting', () => {
  test('is a day, a way and minutes, counts for the support review, and can be taken back', async () => {
    const { luz, of } = await connected()
    const id = newId(NOW)
    expect(await meets(luz, of, { id })).toEqual(SAVED)
    expect(await meets(luz, of, { id })).toEqual(SAVED)
    const seen = await showPairing(carla, of, NOW)
    expect(seen?.meetings).toEqual([{ id, metOn: TODAY, way: 'phone', minutes: 40 }])
    expect(meetingsOf(await learnerOf(luz)).map(({ day }) => day)).toEqual([TODAY])
    expect(await reasons(luz)).toEqual(['check-in'])
    expect(await takeBackMeetingOf(await learnerOf(luz), of, id, NOW)).toEqual(SAVED)
    expect(await read(meetingsQuery(seen?.proposal.pairing ?? ''))).toEqual([])
    expect(meetingsOf(await learnerOf(luz))).toEqual([])
    expect(await reasons(luz)).toEqual([])
  })

  test('of tomorrow, of before they were connected, or of no length is refused with every reason', async () => {
    const { luz, of } = await connected()
    const refused = (...problems: string[]) => ({ kind: 'refused', problems })
    expect(await meets(luz, of, { metOn: plusDays(TODAY, 1) })).toEqual(refused('day-future'))
    expect(await meets(luz, of, { metOn: plusDays(TODAY, -1) })).toEqual(
      refused('before-connected'),
    )
    expect(await meets(luz, of, { metOn: 'soon', way: 'owl', minutes: Number.NaN })).toEqual(
      refused('day-malformed', 'way-missing', 'minutes-malformed'),
    )
    expect(await meets(luz, of, { minutes: 481 })).toEqual(refused('minutes-malformed'))
  })
})

test('what Luz keeps of her pairings is when they met, how and how long, and nothing about the other person', async () => {
  const { luz, of } = await connected()
  await meets(luz, of, { id: newId(NOW - 1000), minutes: 30 })
  const wrong = newId(NOW)
  await meets(luz, of, { id: wrong })
  await takeBackMeetingOf(await learnerOf(luz), of, wrong, NOW)
  await meets(luz, of, { id: newId(NOW + 1000), way: 'video', minutes: 60 })
  await ends(of, 'as-planned')
  expect(await read(ownPairingsQuery(luz.id, 9))).toEqual({
    pairings: [
      {
        ...{ connectedAt: NOW, endedOn: TODAY },
        meetings: [
          { metOn: TODAY, way: 'phone', minutes: 30 },
          { metOn: TODAY, way: 'video', minutes: 60 },
        ],
      },
    ],
    isCut: false,
  })
  expect(await read(ownPairingsQuery(luz.id, 1))).toMatchObject({
    pairings: [{ meetings: [{ minutes: 60 }] }],
    isCut: true,
  })
  expect((await showLearnt(await learnerOf(luz), 'en', 'file')).pairings).toHaveLength(1)
  expect((await showLearnt(await learnerOf(platform.cast.ray), 'en', 'file')).pairings).toEqual([])
})

describe('how it goes', () => {
  test('is asked after the first and after the third meeting, and then it leaves the list', async () => {
    const { luz, of } = await connected()
    await meets(luz, of)
    expect((await showPairing(carla, of, NOW))?.due).toBe('first')
    expect(await goes(of, 'first')).toEqual(SAVED)
    expect(await reasons(luz)).toEqual([])
    await meets(luz, of)
    expect(await reasons(luz)).toEqual([])
    await meets(luz, of)
    expect((await showPairing(carla, of, NOW))?.due).toBe('third')
    expect(await reasons(luz)).toContain('check-in')
    const id = newId(NOW)
    expect(await goes(of, 'third', carla, id)).toEqual(SAVED)
    expect(await goes(of, 'third', carla, id)).toEqual(SAVED)
    expect((await showPairing(carla, of, NOW))?.checkIns.map(({ text }) => text)).toEqual([
      'They laughed.',
      'They laughed.',
    ])
  })
})

describe('an end', () => {
  test('is planned, written once, and both sides may say or skip how it was', async () => {
    const { luz, request, of } = await connected()
    const plan = (plannedOn: string) => planEnding(carla, of, { id: newId(NOW), plannedOn }, NOW)
    expect(await plan(plusDays(TODAY, -1))).toEqual({ kind: 'refused', problems: ['day-past'] })
    expect(await plan(plusDays(TODAY, 9))).toEqual(SAVED)
    expect((await showPairing(carla, of, NOW))?.plannedOn).toBe(plusDays(TODAY, 9))
    expect(await writeEndingForm(luz, of, 'mentor', null, NOW)).toEqual({ kind: 'over' })
    expect(await ends(of, null)).toEqual({ kind: 'refused', problems: ['why-missing'] })
    expect(await ends(of, 'as-planned', carla, plusDays(TODAY, 1))).toEqual({
      kind: 'refused',
      problems: ['day-future'],
    })
    const both = await Promise.all([ends(of, 'as-planned'), ends(of, 'other')])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['over', 'saved'])
    expect(await writeEndingForm(luz, of, 'mentor', null, NOW)).toEqual(SAVED)
    const words = { going: 'well', text: 'Thank you.' } as const
    expect(await writeEndingForm(carla, of, 'requester', words, NOW)).toEqual(SAVED)
    expect(await meets(luz, of)).toEqual({ kind: 'over' })
    expect(await goes(of, 'first')).toEqual({ kind: 'over' })
    expect((await showOwnPairings(luz, NOW))?.open).toEqual([])
    expect(request.programme).toBe(PROGRAMME)
  })

  test('with another mentor leaves the request where it was, and is nobody’s fault', async () => {
    const { of, request } = await connected()
    expect(await ends(of, 'another-mentor')).toEqual(SAVED)
    const { id } = await mentorOf(platform, PROGRAMME)
    const again = await propose(carla, request, { id: newId(NOW), mentor: id, days: 3 }, NOW)
    expect(again).toEqual({ kind: 'saved', endsOn: plusDays(TODAY, 3) })
  })

  test('by a death puts a call to the mentor on the list until somebody says that they called', async () => {
    const { luz, of, request } = await connected()
    await ends(of, 'died')
    expect(await reasons(luz)).toEqual(['bereaved'])
    const ended = await platform.rows('SELECT why FROM request_ends WHERE request = ?', request.id)
    expect(ended).toEqual([{ why: 'helped' }])
    const about = (await showPairing(carla, of, NOW))?.proposal.pairing ?? ''
    await write([
      {
        sql: `INSERT INTO follow_ups (id, kind, about, person, programme, coordinator, at, text) VALUES (?, 'bereaved', ?, ?, ?, ?, ?, 'x')`,
        args: [newId(NOW), about, luz.id, PROGRAMME, carla.id, NOW],
      },
    ])
    expect(await reasons(luz)).toEqual([])
  })
})

test('a mentor who lapses in the middle stays connected, and a call waits until they are back or it ends', async () => {
  const { luz, of } = await connected()
  const lapse = (lapsed: number) =>
    write([{ sql: 'UPDATE overviews SET lapsed = ? WHERE person = ?', args: [lapsed, luz.id] }])
  await lapse(1)
  expect(await reasons(luz)).toEqual(['lapsed', 'pairing'])
  expect((await showPairing(carla, of, NOW))?.state).toBe('connected')
  await lapse(0)
  expect(await reasons(luz)).toEqual([])
  await lapse(1)
  await ends(of, 'mentor-stopped')
  expect(await reasons(luz)).toEqual(['lapsed'])
})

test('every way of leaving puts the open pairing on the list', async () => {
  const paused = await connected()
  const left = await connected()
  const expired = await connected()
  await write([
    { sql: 'UPDATE overviews SET paused_at = ? WHERE person = ?', args: [NOW - 1, paused.luz.id] },
    { sql: 'UPDATE roles SET archived_at = ? WHERE person = ?', args: [NOW, left.luz.id] },
    {
      sql: 'UPDATE sign_offs SET expires_on = ? WHERE person = ?',
      args: [plusDays(TODAY, 2), expired.luz.id],
    },
  ])
  for (const { luz } of [paused, left]) expect(await reasons(luz)).toContain('pairing')
  expect(await reasons(expired.luz)).not.toContain('pairing')
  expect(await reasons(expired.luz, NOW + 3 * DAY_MS)).toContain('pairing')
})

/** What happens to a mentor, as a row of its own, and what is taken back of it. */
const HAPPENS = ['pause', 'resume', 'lapse', 'refresh', 'leave', 'return', 'close', 'open'] as const
const ENDS = ['withdraw', 'expire', 'stop', 'end-pairing'] as const
type Happens = (typeof HAPPENS | typeof ENDS)[number]
const happening = fc.record({
  what: fc.constantFrom(...HAPPENS, ...HAPPENS, ...ENDS),
  mentor: fc.nat(3),
  hours: fc.constantFrom(1, 5, 26),
})

test('whatever happens in whichever order, an open pairing is on the list exactly while its mentor is not ready', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, connected))
  const over = new Set<number>()
  const seen = { listed: 0, not: 0 }
  let now = NOW + 1
  const set = (table: string, column: string, value: number | string | null, of: Person) => ({
    sql: `UPDATE ${table} SET ${column} = ? WHERE ${table === 'people' ? 'id' : 'person'} = ?`,
    args: [value, of.id],
  })
  const [acts] = fc.sample(fc.array(happening, { minLength: 24, maxLength: 24 }), {
    ...{ numRuns: 1, seed: 20261201 },
  })
  for (const { what, mentor, hours } of acts ?? []) {
    const one = all[mentor]
    if (!one) throw new Error('nobody')
    const { luz, of } = one
    now += hours * 3_600_000
    const id = newId(now)
    const signOff = `(SELECT id FROM sign_offs WHERE person = '${luz.id}')`
    const by = `'${carla.id}'`
    const changes: Record<Happens, () => Promise<unknown>> = {
      pause: () => write([set('overviews', 'paused_at', now, luz)]),
      resume: () => write([set('overviews', 'paused_at', null, luz)]),
      lapse: () => write([set('overviews', 'lapsed', 1, luz)]),
      refresh: () => write([set('overviews', 'lapsed', 0, luz)]),
      leave: () => write([set('roles', 'archived_at', now, luz)]),
      return: () => write([set('roles', 'archived_at', null, luz)]),
      close: () => write([set('people', 'disabled_at', now, luz)]),
      open: () => write([set('people', 'disabled_at', null, luz)]),
      withdraw: () =>
        write([
          `INSERT INTO withdrawals (sign_off, withdrawn_by, withdrawn_at, reason) SELECT ${signOff}, ${by}, ${now}, 'x' WHERE NOT EXISTS (SELECT 1 FROM withdrawals WHERE sign_off = ${signOff})`,
        ]),
      // By the clock alone.
      expire: () => write([set('sign_offs', 'expires_on', dayAt(now + DAY_MS, CHICAGO), luz)]),
      stop: () =>
        write([
          `INSERT INTO stops (id, person, programme, stopped_by, stopped_at, reason) VALUES ('${id}', '${luz.id}', '${PROGRAMME}', ${by}, ${now}, 'x')`,
        ]),
      'end-pairing': async () => {
        const ended = { why: 'other', endedOn: dayAt(now, CHICAGO) } as const
        if ((await endPairing(carla, of, ended, now)).kind === 'saved') over.add(mentor)
      },
    }
    await changes[what]()
    const moment = momentOf(PROGRAMME, now)
    await refreshDesk(PROGRAMME, moment)
    const waiting = (await platform.rows(`SELECT person FROM tasks WHERE reason = 'pairing'`)).map(
      ({ person }) => person,
    )
    for (const [at, each] of all.entries()) {
      const ready = await read(signOffTodayQuery(each.luz.id, PROGRAMME, moment))
      const listed = waiting.includes(each.luz.id)
      expect([what, at, listed]).toEqual([what, at, ready === null && !over.has(at)])
      seen[listed ? 'listed' : 'not']++
    }
  }
  expect(Math.min(seen.listed, seen.not)).toBeGreaterThan(10)
})

test('the time together is the mentor’s and the coordinators’ alone, and nobody’s about themselves', async () => {
  const { luz, of } = await connected()
  const { gwen, oscar, ray, ana } = platform.cast
  for (const by of [gwen, oscar, ray, ana, luz]) {
    expect(await goes(of, 'first', by)).toEqual(NOT_ALLOWED)
    expect(await ends(of, 'other', by)).toEqual(NOT_ALLOWED)
    const plan = { id: newId(NOW), plannedOn: TODAY }
    expect(await planEnding(by, of, plan, NOW)).toEqual(NOT_ALLOWED)
    expect(await writeEndingForm(by, of, 'requester', null, NOW)).toEqual(NOT_ALLOWED)
    expect(await showPairing(by, of, NOW)).toBeNull()
  }
  for (const by of [gwen, oscar, ray, carla]) {
    expect(await meets(by, of)).toEqual(NOT_ALLOWED)
    const learner = await learnerOf(by)
    expect(await takeBackMeetingOf(learner, of, newId(NOW), NOW)).toEqual(NOT_ALLOWED)
    expect(await writeEndingForm(by, of, 'mentor', null, NOW)).toEqual(NOT_ALLOWED)
  }
})

test('the register says how many places are free: one is taken while somebody is asked, and free again at the end', async () => {
  const free = async (of: Person) => {
    const page = await listMentors(PROGRAMME, ANYBODY, 'en', momentOf(PROGRAMME, NOW), 1, 1000)
    const row = page.rows.find(({ id }) => id === of.id)
    return row && row.capacity - row.taken
  }
  const { id } = await mentorOf(platform, PROGRAMME)
  const luz: Person = {
    ...platform.cast.ray,
    id,
    roles: [{ role: 'trainee', programme: PROGRAMME }],
  }
  expect(await free(luz)).toBe(1)
  const [of, request] = [newId(NOW), await requestOf(PROGRAMME, carla.id, NOW)]
  await propose(carla, request, { id: of, mentor: id, days: 7 }, NOW)
  expect(await free(luz)).toBe(0)
  await answerProposal(luz, of, 'yes', NOW)
  await noteRequesterAnswer(carla, of, 'yes', NOW)
  await connect(carla, of, newId(NOW), NOW)
  expect(await free(luz)).toBe(0)
  await ends(of, 'as-planned')
  expect(await free(luz)).toBe(1)
})

test('a year after its end what was said of a pairing goes, and its days stay', async () => {
  const { luz, of } = await connected()
  await meets(luz, of)
  await goes(of, 'first')
  await ends(of, 'as-planned')
  const left = async (table: string) =>
    (
      await platform.rows(
        `SELECT count(*) AS n FROM ${table} t JOIN pairings p ON p.id = t.pairing
      JOIN proposals x ON x.id = p.proposal WHERE x.id = ?`,
        of,
      )
    )[0]?.['n']
  await deleteBefore(cutoffsAt(NOW + 364 * DAY_MS))
  expect(await left('check_ins')).toBe(1)
  await deleteBefore(cutoffsAt(NOW + 366 * DAY_MS))
  expect([await left('check_ins'), await left('meetings')]).toEqual([0, 1])
})

test('who decides reads on a record whom its mentor supports, an observer and a later day do not', async () => {
  const { luz, request, of } = await connected()
  const [row] = await platform.rows(
    'SELECT reference FROM mentor_requests WHERE id = ?',
    request.id,
  )
  const supports = async (by: Person) =>
    (await openRecord(by, luz.id, 'en', NOW))?.supports.map(({ reference }) => reference)
  expect(await supports(carla)).toEqual([row?.['reference']])
  expect(await supports(platform.cast.oscar)).toEqual([])
  expect((await showPerson(carla, luz.id, PROGRAMME, 'en', NOW))?.supports).toHaveLength(1)
  await ends(of, 'as-planned')
  expect(await supports(carla)).toEqual([])
})
