/** What waits about requests for a mentor is on the work list when it is due, and leaves it when it is done. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { read, rows, write, type Query } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { staleWaitsQuery } from '#db/desk-waits.ts'
import { handedTasksQuery } from '#db/hand-over.ts'
import { deleteBefore } from '#db/retention.ts'
import { eraseRequest } from '#db/requests.ts'
import { taskQuery, tasksQuery, waitingQuery, type Task, type TaskWish } from '#db/tasks.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { PROPOSAL_ANSWERS, PROPOSAL_ENDS, REQUESTER_ANSWERS } from '#domain/pairing/pairing.ts'
import { waitOfRequest, type AskedMentor } from '#domain/pairing/waits.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { REQUEST_REASONS } from '#domain/readiness/attention.ts'
import { cutoffsAt } from '#domain/retention/retention.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { answerProposal } from '#server/pairing/answer-proposal.ts'
import { connect, noteRequesterAnswer } from '#server/pairing/connect.ts'
import { endPairing } from '#server/pairing/keep-pairing.ts'
import { noteRequest } from '#server/pairing/note-request.ts'
import { propose } from '#server/pairing/propose.ts'
import { takeBackProposal } from '#server/pairing/take-back-proposal.ts'
import { findProgrammeRules } from '#db/programme-rules.ts'
import { setProgrammeRules } from '#server/course/set-programme-rules.ts'
import { showRequest } from '#server/show/coordinate/request.ts'
import { showTask } from '#server/show/coordinate/task.ts'
import { handOver, seenOf } from '#server/tasks/hand-over.ts'
import { holdTask, type HoldForm } from '#server/tasks/hold-task.ts'
import { newId } from '#server/trail/new-id.ts'
import { also } from '#tests/cast.ts'
import { runs } from '#tests/runs.ts'
import { insert } from './lives.ts'
import { mentorOf } from './mentor-of.ts'
import { NOW, openPlatform, type Platform } from './platform.ts'
import { consented, ended, requestOf } from './request-of.ts'

const PROGRAMME = 'kidney'
const CHICAGO = 'America/Chicago'
let platform: Platform
let carla: Person
let cesar: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
})
afterAll(() => platform.close())
// What earlier tests left waits for nobody.
beforeEach(() => write(['DELETE FROM request_waits']))

const today = (now: number) => momentOf(PROGRAMME, now).today
/** Somebody asked by the public form; nobody has opened it. */
const asks = (at = NOW, programme = PROGRAMME) => requestOf(programme, '', at)
async function mentor(): Promise<Person> {
  const { id } = await mentorOf(platform, PROGRAMME)
  return { ...platform.cast.ray, id, roles: [{ role: 'trainee', programme: PROGRAMME }] }
}
const pauses = (whom: { readonly id: string }, at: number | null): Query => ({
  sql: 'UPDATE overviews SET paused_at = ? WHERE person = ?',
  args: [at, whom.id],
})
type Request = Awaited<ReturnType<typeof requestOf>>
async function proposed(of: Request, to: Person, now: number, by = carla): Promise<string> {
  const id = newId(now)
  expect(await propose(by, of, { id, mentor: to.id, days: 7 }, now)).toMatchObject({
    kind: 'saved',
  })
  return id
}
const notes = (of: Request, now: number, by = carla) =>
  noteRequest(by, of.id, { id: newId(now), text: 'Nobody free yet.' }, now)

async function list(by: Person, now = NOW, wish: Partial<TaskWish> = {}): Promise<Task[]> {
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
  const whole = { programme: PROGRAMME, viewer: by.id, mayDecide: true, whose: 'open' } as const
  const all = await read(
    tasksQuery({ ...whole, reason: null, cohort: '', page: 1, ...wish }, today(now)),
  )
  return all.filter(({ reason }) => REQUEST_REASONS.some((one) => one === reason))
}
const said = async (...asked: Parameters<typeof list>): Promise<string[]> =>
  (await list(...asked)).map(({ reason }) => reason)

describe('a request', () => {
  test('is new until a coordinator opens it, then a mentor is to be asked, and it is over when one is', async () => {
    const of = await asks()
    expect(await said(carla)).toEqual(['request'])
    await showRequest(carla, of.id, NOW + 1)
    expect(await said(carla, NOW + 2)).toEqual(['request-next'])
    await proposed(of, await mentor(), NOW + 3)
    expect(await said(carla, NOW + 4)).toEqual([])
  })

  test('that a coordinator wrote down is theirs from the first, and not new', async () => {
    await requestOf(PROGRAMME, carla.id, NOW)
    expect(await said(carla, NOW, { whose: 'mine' })).toEqual(['request-next'])
    expect(await said(cesar)).toEqual([])
  })

  test('goes on after each no, not now, silence, and proposal that was taken back, until somebody is asked or says what was tried', async () => {
    const of = await asks()
    const [luz, ann, bob, eve] = [await mentor(), await mentor(), await mentor(), await mentor()]
    const no = await proposed(of, luz, NOW)
    await answerProposal(luz, no, 'no', NOW + 1)
    expect(await said(carla, NOW + 1)).toEqual(['request-next'])
    const later = await proposed(of, ann, NOW + 2)
    await answerProposal(ann, later, 'not-now', NOW + 3)
    expect(await said(carla, NOW + 3)).toEqual(['request-next'])
    const back = await proposed(of, bob, NOW + 4)
    expect(await said(carla, NOW + 4)).toEqual([])
    await takeBackProposal(carla, back, NOW + 5)
    expect(await said(carla, NOW + 5)).toEqual(['request-next'])
    await notes(of, NOW + 6)
    expect(await said(carla, NOW + 6)).toEqual([])
    await proposed(of, eve, NOW + 7)
    const day = Date.parse(plusDays(today(NOW), 7))
    expect(await said(carla, day)).toEqual([])
    // Still the day before in Chicago, and then midnight.
    await notes(of, day + 3_600_000)
    expect(await said(carla, day + 6 * 3_600_000)).toEqual(['request-next'])
  })

  test('waits for nobody’s act but the mentor’s yes, and for another mentor when whoever asked says no', async () => {
    const [of, luz] = [await asks(), await mentor()]
    const id = await proposed(of, luz, NOW)
    await answerProposal(luz, id, 'yes', NOW + 1)
    expect(await said(carla, NOW + 40 * DAY_MS)).toEqual([])
    await noteRequesterAnswer(carla, id, 'no', NOW + 2)
    expect(await said(carla, NOW + 2)).toEqual(['request-next'])
  })

  test('is back on the list as soon as the mentor who was asked, or who said yes, is not ready any more', async () => {
    const [one, other, luz, ann] = [await asks(), await asks(), await mentor(), await mentor()]
    await proposed(one, luz, NOW)
    const yes = await proposed(other, ann, NOW)
    await answerProposal(ann, yes, 'yes', NOW + 1)
    await notes(other, NOW + 2)
    expect(await said(carla, NOW + 3)).toEqual([])
    await write([pauses(luz, NOW - 1), pauses(ann, NOW - 1)])
    expect(await said(carla, NOW + 4)).toEqual(['request-next', 'request-next'])
    await write([pauses(luz, null), pauses(ann, null)])
    expect(await said(carla, NOW + 5)).toEqual([])
  })

  test('is off the list while two are connected, and back when that ends and they look for another', async () => {
    const [of, luz] = [await asks(), await mentor()]
    const id = await proposed(of, luz, NOW)
    await answerProposal(luz, id, 'yes', NOW + 1)
    await noteRequesterAnswer(carla, id, 'yes', NOW + 2)
    expect(await connect(carla, id, newId(NOW), NOW + 3)).toEqual({ kind: 'saved' })
    expect(await said(carla, NOW + 300 * DAY_MS)).toEqual([])
    const on = NOW + 40 * DAY_MS
    await endPairing(carla, id, { why: 'another-mentor', endedOn: dayAt(on, CHICAGO) }, on)
    expect(await said(carla, on)).toEqual(['request-next'])
    expect(await said(carla, on + 28 * DAY_MS)).toEqual(['request-long'])
  })

  test('that rests without consent, or has ended, is nobody’s task', async () => {
    const [of, other] = [await asks(), await asks()]
    await write([consented(of.id, false, '', NOW + 1), ended(other.id, carla.id, NOW + 1)])
    expect(await said(carla)).toEqual([])
    await write([consented(of.id, true, '', NOW + 2)])
    expect(await said(carla)).toEqual(['request'])
  })

  test('waits too long after the programme’s days, from when it came, whatever was tried meanwhile', async () => {
    const of = await asks()
    await notes(of, NOW + 9 * DAY_MS)
    expect(await said(carla, NOW + 27 * DAY_MS)).toEqual(['request'])
    const [long] = await list(carla, NOW + 28 * DAY_MS)
    expect(long).toMatchObject({ reason: 'request-long', day: today(NOW) })
    const { version, ...rules } = await findProgrammeRules(PROGRAMME)
    const days = (longWaitDays: number) =>
      setProgrammeRules(platform.cast.ana, PROGRAMME, { ...rules, longWaitDays }, version, NOW + 1)
    for (const wrong of [0, 366, 1.5, Number.NaN])
      expect(await days(wrong)).toEqual({ kind: 'refused', problem: 'days-malformed' })
    expect(await days(10)).toEqual({ kind: 'saved' })
    expect(await said(carla, NOW + 10 * DAY_MS)).toEqual(['request-long'])
    await write([`DELETE FROM programme_rules WHERE programme = '${PROGRAMME}'`])
  })
})

async function holds(by: Person, id: string, form: Partial<HoldForm>, now = NOW) {
  await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
  const viewer = { programme: PROGRAMME, viewer: by.id, mayDecide: true }
  const task = await read(taskQuery(viewer, id, 'request', today(now)))
  if (!task) throw new Error('nothing waits')
  const whole = { id: newId(now), act: null, to: '', untilOn: '', why: '', seen: 0, ...form }
  return holdTask(by, { id, programme: PROGRAMME }, task, whole, today(now), now)
}

test('it is taken, handed on, put off, given to a colleague and counted like everything else', async () => {
  const { id } = await asks()
  expect((await list(cesar))[0]?.owner).toBeNull()
  expect(await holds(carla, id, { act: 'take' })).toEqual({ kind: 'saved' })
  expect(await said(cesar)).toEqual([])
  expect(await holds(cesar, id, { act: 'take' })).toEqual({ kind: 'meanwhile' })
  expect(await holds(carla, id, { act: 'hand', to: cesar.id, seen: 1 }, NOW + 1)).toEqual({
    kind: 'saved',
  })
  const between = { programme: PROGRAMME, from: cesar.id, to: carla.id, by: carla.id }
  const theirs = (await read(handedTasksQuery(between))).filter(({ person }) => person === id)
  expect(theirs.map(({ name }) => name)).toEqual([await referenceOf(id)])
  const all = await read(handedTasksQuery(between))
  const form = { from: cesar.id, to: carla.id, forGood: false, why: '', seen: seenOf(all, []) }
  expect(await handOver(carla, PROGRAMME, form, NOW + 2)).toMatchObject({ kind: 'saved' })
  const off = { act: 'put-off', why: 'Away', untilOn: plusDays(today(NOW), 3), seen: 3 } as const
  expect(await holds(carla, id, off, NOW + 3)).toEqual({ kind: 'saved' })
  expect(await said(carla)).toEqual([])
  expect(await said(carla, NOW + 3 * DAY_MS)).toEqual(['request'])
  const looks = [{ programme: PROGRAMME, viewer: carla.id, mayDecide: true, today: today(NOW) }]
  const counted = async () => (await read(waitingQuery(looks))).get(PROGRAMME)?.requests
  expect(await counted()).toBe(0)
  await holds(carla, id, { act: 'give-back', seen: 4 }, NOW + 4)
  expect(await counted()).toBe(1)
})
const referenceOf = async (id: string) =>
  (await platform.rows('SELECT reference FROM mentor_requests WHERE id = ?', id))[0]?.['reference']

test('whose it is follows who acted last, and falls to nobody when they coordinate no more', async () => {
  const [of, luz] = [await asks(), await mentor()]
  await showRequest(carla, of.id, NOW + 1)
  expect(await said(cesar, NOW + 1)).toEqual(['request-next'])
  const id = await proposed(of, luz, NOW + 2)
  await answerProposal(luz, id, 'no', NOW + 3)
  expect(await said(cesar, NOW + 3)).toEqual([])
  expect(await said(carla, NOW + 3, { whose: 'mine' })).toEqual(['request-next'])
  const role = `WHERE person = '${carla.id}' AND programme = '${PROGRAMME}'`
  await write([`UPDATE roles SET archived_at = 1 ${role}`])
  expect(await said(cesar, NOW + 3)).toEqual(['request-next'])
  await write([`UPDATE roles SET archived_at = NULL ${role}`])
})

test('its page is the coordinators’ of its programme, and who observes or comes from elsewhere sees nothing', async () => {
  const { id } = await asks()
  const shown = (by: Person) => showTask(by, id, 'request', 'en', NOW)
  expect(await shown(carla)).toMatchObject({ task: { reason: 'request' } })
  const { gwen, oscar, nadia } = platform.cast
  for (const by of [gwen, oscar, nadia]) expect(await shown(by)).toBeNull()
  expect(await list(oscar, NOW, { mayDecide: false, whose: 'all' })).toEqual([])
  const form: HoldForm = {
    ...{ id: newId(NOW), to: '', untilOn: '', why: '', seen: 0 },
    act: 'take',
  }
  const task = { reason: 'request', since: NOW } as const
  for (const by of [gwen, oscar, nadia])
    expect(await holdTask(by, { id, programme: PROGRAMME }, task, form, today(NOW), NOW)).toEqual(
      NOT_ALLOWED,
    )
  const elsewhere = { id, programme: 'long-term' }
  expect(await holdTask(platform.cast.cesar, elsewhere, task, form, today(NOW), NOW)).toEqual(
    NOT_ALLOWED,
  )
})

test('why it was put off is erased with it, and goes a year after its end', async () => {
  const [one, other] = [await asks(), await asks()]
  const off = { act: 'put-off', why: 'Surgery', untilOn: plusDays(today(NOW), 3) } as const
  for (const { id } of [one, other]) await holds(carla, id, off)
  const left = async (id: string) =>
    (await platform.rows('SELECT id FROM task_holds WHERE person = ?', id)).length
  await write(eraseRequest(one.id, NOW + 1))
  expect([await left(one.id), await left(other.id)]).toEqual([0, 1])
  await write([ended(other.id, carla.id, NOW + 1)])
  await deleteBefore(cutoffsAt(NOW + 364 * DAY_MS))
  expect(await left(other.id)).toBe(1)
  await deleteBefore(cutoffsAt(NOW + 366 * DAY_MS))
  expect(await left(other.id)).toBe(0)
})

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const maybe = <T>(...values: T[]) => fc.option(some(...values), { freq: 1, nil: null })
const asking = fc.record({
  mentor: fc.nat(2),
  ago: fc.integer({ min: 0, max: 12 }),
  wait: some(3, 7, 14),
  answer: maybe(...PROPOSAL_ANSWERS),
  end: fc.option(some(...PROPOSAL_ENDS), { freq: 2, nil: null }),
  requester: fc.option(some(...REQUESTER_ANSWERS), { freq: 2, nil: null }),
  paired: some('no', 'no', 'no', 'no', 'over'),
})
const history = fc.record({
  ago: fc.integer({ min: 0, max: 30 }),
  byCarla: fc.boolean(),
  isSeen: fc.boolean(),
  notes: fc.array(fc.integer({ min: -20, max: 300 }), { maxLength: 2 }),
  /** A note so many hours from when silence ended the first proposal. */
  atTheEnd: fc.option(fc.integer({ min: -2, max: 9 }), { freq: 1, nil: null }),
  asked: fc.array(asking, { maxLength: 2 }),
  over: some('no', 'no', 'no', 'ended', 'consent'),
})

type History = typeof history extends fc.Arbitrary<infer One> ? One : never

test('whatever happened, nothing due is absent and nothing done stays, through changes and time', async () => {
  const HOUR = 3_600_000
  const mentors = [await mentor(), await mentor(), await mentor()]
  const isReady = [true, true, true]
  const signOffs = new Map(
    (await platform.rows('SELECT person, id FROM sign_offs')).map((one) => [
      String(one['person']),
      String(one['id']),
    ]),
  )
  const facts = new Map<
    string,
    {
      readonly isSeen: boolean
      readonly triedAt: number | null
      readonly asked: readonly (AskedMentor & { readonly mentor: number })[]
    }
  >()
  const seen = new Set<string>()
  let longWaitDays = 28
  const happens = async (of: History) => {
    const by = of.byCarla ? carla.id : ''
    const at = NOW - of.ago * DAY_MS
    const { id } = await requestOf(PROGRAMME, by, at)
    const queries: Query[] = []
    const row = (table: string, values: Parameters<typeof insert>[1]) =>
      queries.push(insert(table, values))
    if (of.isSeen)
      row('audit', {
        ...{ id: newId(at), at, actor: carla.id, act: 'seen:request', subject: id },
        programme: PROGRAMME,
      })
    const first = of.asked[0]
    const silentOn = first
      ? Date.parse(plusDays(today(NOW - first.ago * DAY_MS), first.wait))
      : null
    const noted = [
      ...of.notes.map((hours) => NOW + hours * HOUR),
      ...(silentOn !== null && of.atTheEnd !== null ? [silentOn + of.atTheEnd * HOUR] : []),
    ]
    for (const time of noted)
      row('request_notes', { id: newId(time), request: id, by: carla.id, at: time, text: 'x' })
    const asked = of.asked.map((one, nth) => {
      const proposal = newId(NOW)
      const when = NOW - one.ago * DAY_MS + nth
      const whom = mentors[one.mentor]?.id ?? ''
      const endsOn = plusDays(today(when), one.wait)
      const key = { proposal, by: carla.id }
      row('proposals', {
        ...{ id: proposal, request: id, programme: PROGRAMME, mentor: whom, by: carla.id },
        ...{ at: when, ends_on: endsOn, reasons: '[]', sign_off: signOffs.get(whom) ?? '' },
      })
      if (one.answer) row('proposal_answers', { ...key, answer: one.answer, at: when + 2 * HOUR })
      if (one.end) row('proposal_ends', { ...key, why: one.end, at: when + 4 * HOUR })
      if (one.requester)
        row('requester_answers', { ...key, answer: one.requester, at: when + 3 * HOUR })
      const pairing = one.paired === 'over' ? newId(NOW) : null
      if (pairing) {
        const pair = { id: pairing, proposal, request: id, programme: PROGRAMME, mentor: whom }
        row('pairings', { ...pair, by: carla.id, at: when + 5 * HOUR })
        const over = { pairing, why: 'other', ended_on: today(when), by: carla.id }
        row('pairing_ends', { ...over, at: when + 6 * HOUR })
      }
      return {
        ...{ mentor: one.mentor, at: when, endsOn, answer: one.answer, end: one.end },
        ...{ requesterAnswer: one.requester, answeredAt: one.answer ? when + 2 * HOUR : null },
        closedAt: one.end ? when + 4 * HOUR : null,
        requesterAnsweredAt: one.requester ? when + 3 * HOUR : null,
        connectedAt: pairing ? when + 5 * HOUR : null,
        endedAt: pairing ? when + 6 * HOUR : null,
        ...{ requestStands: true, mentorReady: true },
      }
    })
    if (of.over === 'ended') queries.push(ended(id, carla.id, NOW + 1))
    if (of.over === 'consent') queries.push(consented(id, false, '', NOW + 1))
    await write(queries)
    facts.set(id, {
      isSeen: of.isSeen || of.byCarla,
      triedAt: noted.length ? Math.max(...noted) : null,
      asked,
    })
  }
  const look = async (now: number) => {
    const moment = momentOf(PROGRAMME, now)
    await refreshDesk(PROGRAMME, moment)
    const shape = { id: z.string(), reason: z.enum(REQUEST_REASONS), since: z.number() }
    const listed = sql`(SELECT value FROM json_each(${JSON.stringify(REQUEST_REASONS)}))`
    const kept = await read(
      rows(sql`SELECT person AS id, reason, since FROM tasks WHERE reason IN ${listed}`, shape),
    )
    const waits = new Map(
      (await platform.rows('SELECT request, since FROM request_waits')).map((one) => [
        String(one['request']),
        Number(one['since']),
      ]),
    )
    const ruled = [...facts].flatMap(([id, { asked, ...rest }]) => {
      const waitsSince = waits.get(id) ?? null
      const now = asked.map((one) => ({ ...one, mentorReady: isReady[one.mentor] === true }))
      const wait = waitOfRequest({ ...rest, asked: now, waitsSince }, longWaitDays, moment)
      return wait ? [`${id} ${wait.reason} ${wait.since}`] : []
    })
    for (const { reason } of kept) seen.add(reason)
    expect(kept.map((one) => `${one.id} ${one.reason} ${one.since}`).toSorted()).toEqual(
      ruled.toSorted(),
    )
    // What is computed waits for nothing before the clock or a row says so.
    expect(await read(staleWaitsQuery(PROGRAMME, now))).toEqual([])
  }
  const lives = fc.sample(history, { numRuns: runs(100, 800), seed: 20261130 })
  const each = Math.ceil(lives.length / 4)
  for (const later of [0, 1, 2, 3, 4, 9, 12, 15, 27, 60, 0]) {
    for (const one of lives.splice(0, each)) await happens(one)
    await look(NOW + later * DAY_MS)
    const at = later % 3
    isReady[at] = !isReady[at]
    const whom = mentors[at]
    if (whom) await write([pauses(whom, isReady[at] ? null : NOW - 1)])
    await look(NOW + later * DAY_MS + 1)
    longWaitDays = later % 2 === 0 ? 20 : 28
    const rule = { changed_by: '', changed_at: 0, second_signature: 0, group_sessions_count: 0 }
    await write([
      'DELETE FROM programme_rules',
      insert('programme_rules', { programme: PROGRAMME, ...rule, long_wait_days: longWaitDays }),
    ])
    await look(NOW + later * DAY_MS + 2)
  }
  expect([...seen].toSorted()).toEqual([...REQUEST_REASONS].toSorted())
  await write(['DELETE FROM programme_rules'])
})

test('every table that the rule reads says by triggers when something is out of date', async () => {
  const triggers = (
    await platform.rows(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
  ).map(({ name }) => name)
  const tables = ['request_waits', 'request_notes', 'proposals', 'proposal_answers']
  for (const table of [...tables, 'proposal_ends', 'requester_answers'])
    for (const act of ['insert', 'update', 'delete'])
      expect(triggers).toContain(`desk_waits_${table}_${act}`)
  for (const name of ['request_seen', 'rules_insert', 'rules_update', 'asked_mentor'])
    expect(triggers).toContain(`desk_waits_${name}`)
})
