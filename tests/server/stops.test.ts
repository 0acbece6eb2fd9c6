/** Stop now: a mentor is off the register at once, and a decision ends it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#db/client.ts'
import { listNotes } from '#db/notes.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import { findStanding } from '#db/standings.ts'
import { stopsQuery } from '#db/stops.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { endStop, type EndStopForm } from '#server/readiness/end-stop.ts'
import { stopMentor } from '#server/readiness/stop-mentor.ts'
import { newId } from '#server/trail/new-id.ts'
import { also } from '#tests/cast.ts'
import { listMentors } from '#tests/read-desk.ts'
import { mentorOf } from './mentor-of.ts'
import { NOW, openPlatform, type Platform } from './platform.ts'

const PROGRAMME = 'kidney'
let platform: Platform
let carla: Person
let cesar: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
})
afterAll(() => platform.close())

const mentor = () => mentorOf(platform, PROGRAMME)
const standing = (of: { id: string }, now = NOW + 9) =>
  findStanding(of.id, PROGRAMME, momentOf(PROGRAMME, now))
const isListed = async (of: { id: string }, now = NOW + 9) =>
  (await listMentors(PROGRAMME, ANYBODY, 'en', momentOf(PROGRAMME, now), 1, 100)).rows.some(
    ({ id }) => id === of.id,
  )
const stops = (by: Person, of: { id: string; programme: string }, id = newId(NOW)) =>
  stopMentor(by, of, { id, reason: 'She gave advice about medicine.' }, null, NOW)
const ends = async (
  by: Person,
  of: { id: string; programme: string },
  form: Partial<EndStopForm>,
) => {
  const [stop] = await read(stopsQuery(of.id, PROGRAMME))
  const whole = { id: stop?.id ?? '', outcome: null, reason: 'We talked.', ...form }
  return endStop(by, of, whole, null, NOW + 5)
}

test('a mentor is off the register at once, with a reason for coordinators alone', async () => {
  const luz = await mentor()
  expect([await standing(luz), await isListed(luz)]).toEqual(['ready', true])
  expect(await stopMentor(carla, luz, { id: newId(NOW), reason: ' ' }, null, NOW)).toEqual({
    kind: 'refused',
    problems: ['text-missing'],
  })
  expect(await stops(carla, luz)).toEqual({ kind: 'saved' })
  expect([await standing(luz), await isListed(luz)]).toEqual(['stopped', false])
  expect(await listNotes(luz.id, null, 'shared')).toEqual([])
})

test('the same press twice is one stop, and of two coordinators the second is told', async () => {
  const luz = await mentor()
  const id = newId(NOW)
  const both = await Promise.all([stops(carla, luz, id), stops(carla, luz, id)])
  expect(both).toEqual([{ kind: 'saved' }, { kind: 'saved' }])
  expect(await stops(cesar, luz)).toEqual({ kind: 'meanwhile' })
  expect(await read(stopsQuery(luz.id, PROGRAMME))).toHaveLength(1)
})

test('back on the register the sign-off holds as before, and the mentor reads why', async () => {
  const luz = await mentor()
  await stops(carla, luz)
  expect(await ends(cesar, luz, { reason: '' })).toEqual({
    kind: 'refused',
    problems: ['outcome-missing', 'text-missing'],
  })
  expect(await ends(cesar, luz, { outcome: 'reinstated' })).toEqual({ kind: 'saved' })
  expect([await standing(luz), await isListed(luz)]).toEqual(['ready', true])
  expect((await listNotes(luz.id, null, 'shared')).map(({ text }) => text)).toEqual(['We talked.'])
  expect(await ends(carla, luz, { outcome: 'ended' })).toEqual({ kind: 'meanwhile' })
  expect((await listSignOffs(luz.id))[0]?.withdrawnAt).toBeNull()
  // They can be stopped again.
  expect(await stops(carla, luz)).toEqual({ kind: 'saved' })
})

test('an end takes the sign-off back in the same batch, of two at once by one', async () => {
  const luz = await mentor()
  await stops(carla, luz)
  const kinds = await Promise.all(
    [carla, cesar].map(async (by) => (await ends(by, luz, { outcome: 'ended' })).kind),
  )
  expect(kinds.toSorted()).toEqual(['meanwhile', 'saved'])
  expect([await standing(luz), await isListed(luz)]).toEqual(['withdrawn', false])
  expect((await listSignOffs(luz.id))[0]?.withdrawnReason).toBe('We talked.')
})

test('only coordinators of the programme stop anybody, nobody themselves, and only who was signed off', async () => {
  const luz = await mentor()
  const { gwen, oscar, ray } = platform.cast
  for (const by of [gwen, oscar, ray]) {
    expect(await stops(by, luz)).toEqual(NOT_ALLOWED)
    expect(await ends(by, luz, { outcome: 'ended' })).toEqual(NOT_ALLOWED)
  }
  expect(await stops(carla, { id: carla.id, programme: PROGRAMME })).toEqual(NOT_ALLOWED)
  expect(await stops(carla, { id: ray.id, programme: PROGRAMME })).toEqual({ kind: 'meanwhile' })
})
