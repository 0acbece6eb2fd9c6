/** Signing up for group sessions: places, who waits, who moves up, and sessions that come again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followingSessions, findGroupSession, type GroupSessionRow } from '#db/group-sessions.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { makeCohort } from '#server/people/cohorts.ts'
import {
  cancelGroupSession,
  changeGroupSession,
  planGroupSession,
} from '#server/people/group-sessions.ts'
import { typedStart, type GroupSessionForm } from '#server/people/read-group-session.ts'
import { leaveGroupSession, seeSignUp, signUp } from '#server/people/sign-up.ts'
import { signUpOthers, takeOutOfSession } from '#server/people/sign-up-others.ts'
import { showMySessions } from '#server/show/learn/group-sessions.ts'
import { showSessionDate } from '#server/show/learn/session-date.ts'
import { newId } from '#server/trail/new-id.ts'
import { DAY, HOUR, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
const COHORT = newId(NOW)
beforeAll(async () => {
  platform = await openPlatform()
  await makeCohort(platform.cast.carla, 'kidney', COHORT, 'Spring', NOW)
})
afterAll(() => platform.close())

const START = NOW - (NOW % 60_000) + 30 * DAY
const formAt = (startsAt: number, more: Partial<GroupSessionForm> = {}): GroupSessionForm => ({
  ...{ title: 'Tea', place: 'Room 2', ...typedStart(startsAt, 'America/Chicago') },
  ...more,
})
async function plan(more: Partial<GroupSessionForm> = {}, at = START): Promise<GroupSessionRow> {
  const id = newId(NOW)
  expect(await planGroupSession(platform.cast.carla, 'kidney', id, formAt(at, more), NOW)).toEqual({
    kind: 'saved',
  })
  return again(id)
}
async function again(id: string): Promise<GroupSessionRow> {
  const row = await findGroupSession(id, ['kidney'])
  if (!row) throw new Error('no session')
  return row
}
/** What somebody's page says of one session. */
async function said(by: Person, id: string, now = NOW) {
  const shown = await showMySessions(by, null, now)
  const mine = shown?.mine.find((one) => one.id === id)
  return {
    line: mine?.inLine ?? null,
    notice: shown?.news.find((one) => one.id === id)?.notice ?? null,
    isOffered: shown?.coming.some((one) => one.id === id) ?? false,
  }
}
const PLACE = { kind: 'place' }
const waits = (number: number) => ({ kind: 'waiting', number })
const saved = { kind: 'saved' }

describe('places', () => {
  test('two press for the last place at once: one has it, the other is asked whether to wait', async () => {
    const { luz, ray } = platform.cast
    const { id } = await plan({ places: '1' })
    const outcomes = await Promise.all([
      signUp(luz, id, 'place', NOW),
      signUp(ray, id, 'place', NOW),
    ])
    expect(outcomes).toEqual([saved, { kind: 'full' }])
    expect(await said(luz, id)).toMatchObject({ line: PLACE, notice: null })
    expect(await said(ray, id)).toMatchObject({ line: null, isOffered: true })
    expect(await signUp(ray, id, 'waiting', NOW)).toEqual(saved)
    expect(await said(ray, id)).toMatchObject({ line: waits(1), notice: null })
  })

  test('whoever waits first moves up when somebody leaves, is told, and says that they have seen it', async () => {
    const { luz, ray, nadia } = platform.cast
    const { id } = await plan({ places: '1' })
    await signUp(luz, id, 'place', NOW)
    await signUp(nadia, id, 'waiting', NOW)
    await signUp(ray, id, 'waiting', NOW)
    expect(await said(ray, id)).toMatchObject({ line: waits(2) })
    expect(await leaveGroupSession(luz, id, NOW + 1)).toEqual(saved)
    expect(await said(nadia, id)).toMatchObject({ line: PLACE, notice: 'moved-up' })
    expect(await said(ray, id)).toMatchObject({ line: waits(1), notice: null })
    // Whoever comes back is the last one.
    expect(await signUp(luz, id, 'waiting', NOW + 2)).toEqual(saved)
    expect(await said(luz, id)).toMatchObject({ line: waits(2) })
    expect(await seeSignUp(nadia, id, { told: 'place', at: NOW + 3 }, NOW + 3)).toEqual(saved)
    expect(await said(nadia, id)).toMatchObject({ line: PLACE, notice: null })
  })

  test('pressed twice, somebody stands once, where they stood first', async () => {
    const { luz, ray } = platform.cast
    const { id } = await plan({ places: '2' })
    await signUp(luz, id, 'place', NOW)
    await signUp(ray, id, 'place', NOW)
    expect(await signUp(luz, id, 'place', NOW + 5)).toEqual(saved)
    expect(
      await platform.rows('SELECT turn FROM group_sign_ups WHERE group_session = ?', id),
    ).toHaveLength(2)
    expect(await said(luz, id)).toMatchObject({ line: PLACE })
  })

  test('a place of whoever has left the programme is free', async () => {
    const { luz, ray } = platform.cast
    const { id } = await plan({ places: '1' })
    await signUp(luz, id, 'place', NOW)
    await signUp(ray, id, 'waiting', NOW)
    const { write } = await import('#db/client.ts')
    const leave = (at: number | null) =>
      write([{ sql: `UPDATE roles SET archived_at = ? WHERE person = ?`, args: [at, luz.id] }])
    await leave(NOW)
    expect(await said(ray, id)).toMatchObject({ line: PLACE, notice: 'moved-up' })
    await leave(null)
  })

  test('with fewer places it is said who would wait; having seen it, a coordinator may mean it', async () => {
    const { carla, luz, ray, nadia } = platform.cast
    const session = await plan({ places: '3' })
    for (const one of [luz, ray, nadia]) await signUp(one, session.id, 'place', NOW)
    const change = { form: formAt(START, { places: '1' }), was: session }
    expect(await changeGroupSession(carla, session, change, NOW)).toEqual({
      kind: 'loses',
      loses: [{ startsAt: START, names: ['Ray', 'Nadia'] }],
    })
    expect((await again(session.id)).places).toBe(3)
    const meant = { ...change, confirmed: true }
    expect(await changeGroupSession(carla, session, meant, NOW)).toEqual(saved)
    expect(await said(luz, session.id)).toMatchObject({ line: PLACE, notice: null })
    expect(await said(ray, session.id)).toMatchObject({ line: waits(1), notice: 'moved-back' })
  })
})

describe('nobody signs up', () => {
  test('for what has begun, was called off, is of another programme, or is not there', async () => {
    const { carla, luz, joyce, oscar } = platform.cast
    const { id } = await plan()
    expect(await signUp(luz, id, 'place', START)).toEqual({ kind: 'closed', why: 'begun' })
    expect(await leaveGroupSession(luz, id, START)).toEqual({ kind: 'closed', why: 'begun' })
    for (const other of [joyce, oscar, carla])
      expect(await signUp(other, id, 'place', NOW), other.name).toEqual(NOT_ALLOWED)
    expect(await signUp(luz, newId(NOW), 'place', NOW)).toEqual(NOT_ALLOWED)
    await cancelGroupSession(carla, await again(id), true, NOW)
    expect(await signUp(luz, id, 'place', NOW)).toEqual({ kind: 'closed', why: 'cancelled' })
    expect(await platform.rows('SELECT 1 FROM group_sign_ups WHERE group_session = ?', id)).toEqual(
      [],
    )
  })

  test('for another cohort: its session is not there for them, nor in a calendar', async () => {
    const { carla, luz, ray } = platform.cast
    const { write } = await import('#db/client.ts')
    await write([{ sql: 'UPDATE roles SET cohort = ? WHERE person = ?', args: [COHORT, luz.id] }])
    const { id } = await plan({ cohort: COHORT })
    expect(await said(luz, id)).toMatchObject({ isOffered: true })
    expect(await said(ray, id)).toMatchObject({ isOffered: false })
    expect(await signUp(ray, id, 'place', NOW)).toEqual(NOT_ALLOWED)
    expect(await showSessionDate(ray, id)).toBeNull()
    expect(await showSessionDate(luz, id)).toMatchObject({ id })
    expect(await showSessionDate(carla, id)).toMatchObject({ id })
    // A coordinator may ask somebody else in.
    expect(await signUpOthers(carla, await again(id), [ray.id], NOW)).toEqual(saved)
    expect(await said(ray, id)).toMatchObject({ line: PLACE, notice: 'signed-up' })
    expect(await showSessionDate(ray, id)).toMatchObject({ id })
  })

  test('for a cohort of elsewhere: nothing is planned for it', async () => {
    const { carla } = platform.cast
    const id = newId(NOW)
    const form = formAt(START, { cohort: newId(NOW) })
    expect(await planGroupSession(carla, 'kidney', id, form, NOW)).toMatchObject({
      problems: ['cohort-unknown'],
    })
    expect(await findGroupSession(id, ['kidney'])).toBeNull()
  })
})

test('whoever a coordinator takes out is told, and may sign up again as the last one', async () => {
  const { carla, gwen, luz, ray, joyce } = platform.cast
  const session = await plan({ places: '1' })
  const { id } = session
  expect(await signUpOthers(carla, session, [], NOW)).toEqual({ kind: 'none-chosen' })
  expect(await signUpOthers(gwen, session, [luz.id], NOW)).toEqual(NOT_ALLOWED)
  expect(await signUpOthers(carla, session, [luz.id, joyce.id], NOW)).toEqual(NOT_ALLOWED)
  expect(await said(luz, id)).toMatchObject({ line: null })
  await signUpOthers(carla, session, [luz.id, ray.id], NOW)
  expect(await said(ray, id)).toMatchObject({ line: waits(1), notice: 'signed-up' })
  expect(await takeOutOfSession(carla, session, luz.id, NOW + 1)).toEqual(saved)
  expect(await said(luz, id)).toMatchObject({ line: null, notice: 'taken-out', isOffered: true })
  expect(await said(ray, id)).toMatchObject({ line: PLACE })
  await seeSignUp(luz, id, { told: 'place', at: NOW + 2 }, NOW + 2)
  expect(await said(luz, id)).toMatchObject({ notice: null })
  expect(await signUp(luz, id, 'waiting', NOW + 3)).toEqual(saved)
  expect(await said(luz, id)).toMatchObject({ line: waits(1), notice: null })
})

describe('a session that comes again', () => {
  const WEEK = 7 * DAY
  const facts = ({ title, place, startsAt, cancelledAt }: GroupSessionRow) => [
    title,
    place,
    startsAt,
    cancelledAt !== null,
  ]
  const later = async (first: GroupSessionRow) => (await followingSessions(first)).map(facts)
  // Far from every change of clocks.
  const first = Date.UTC(2031, 5, 3, 17, 0)

  test('each time is a row of its own; this one and all following are changed and called off', async () => {
    const { carla, ray } = platform.cast
    const session = await plan({ repeat: 'weekly', times: '4' }, first)
    const [second] = await followingSessions(session)
    if (!second) throw new Error('no second one')
    expect(await later(session)).toEqual(
      [1, 2, 3].map((n) => ['Tea', 'Room 2', first + n * WEEK, false]),
    )
    // The third is elsewhere, and stays so.
    const third = (await followingSessions(second))[0]
    if (!third) throw new Error('no third one')
    const elsewhere = { form: formAt(third.startsAt, { place: 'Park' }), was: third }
    await changeGroupSession(carla, third, elsewhere, NOW)
    await signUp(ray, third.id, 'place', NOW)
    const change = {
      form: formAt(second.startsAt + DAY + HOUR, { title: 'Coffee' }),
      was: second,
      scope: 'following',
    } as const
    expect(await changeGroupSession(carla, second, change, NOW + 1)).toEqual(saved)
    expect(await later(session)).toEqual([
      ['Coffee', 'Room 2', first + WEEK + DAY + HOUR, false],
      ['Coffee', 'Park', first + 2 * WEEK + DAY + HOUR, false],
      ['Coffee', 'Room 2', first + 3 * WEEK + DAY + HOUR, false],
    ])
    expect((await said(ray, third.id, NOW + 2)).notice).toBe('changed')
    await cancelGroupSession(carla, third, true, NOW + 3, 'following')
    expect((await later(session)).map((one) => one[3])).toEqual([false, true, true])
    expect((await said(ray, third.id, NOW + 4)).notice).toBe('called-off')
    await cancelGroupSession(carla, third, false, NOW + 5)
    expect((await later(session)).map((one) => one[3])).toEqual([false, false, true])
  })

  test('one that would be five hundred is refused, and nothing of it is planned', async () => {
    const { carla } = platform.cast
    const id = newId(NOW)
    const form = formAt(first, { repeat: 'weekly', times: '500' })
    expect(await planGroupSession(carla, 'kidney', id, form, NOW)).toEqual({
      kind: 'refused',
      problems: ['too-many'],
    })
    expect(await findGroupSession(id, ['kidney'])).toBeNull()
  })
})
