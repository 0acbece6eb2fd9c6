/** All that is one coordinator's goes to a colleague in one round trip: nothing done twice, nothing left behind. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { handedPeopleQuery, handedTasksQuery, MOST_HANDED } from '#db/hand-over.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { taskQuery, tasksQuery } from '#db/tasks.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { lookAfter } from '#server/people/look-after.ts'
import { showHandOver } from '#server/show/coordinate/hand-over.ts'
import { handOver, seenOf, type HandOverForm } from '#server/tasks/hand-over.ts'
import { holdTask, type HoldForm } from '#server/tasks/hold-task.ts'
import { newId } from '#server/trail/new-id.ts'
import { also } from '#tests/cast.ts'
import { batchesOf, openPlatform, type Platform } from './platform.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const PROGRAMME = 'kidney'
const TODAY = dayAt(NOW, 'America/Chicago')
let platform: Platform
let carla: Person
let cesar: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
})
afterAll(() => platform.close())

/** Somebody who did nothing for 40 days. */
async function idles(name: string): Promise<string> {
  const id = newId(NOW)
  const createdAt = NOW - 40 * DAY_MS
  await write([
    insertPerson({ id, signInName: id, name, language: 'en', createdAt }),
    insertRole({ person: id, role: 'trainee', programme: PROGRAMME, createdAt }),
  ])
  return id
}
const fresh = () => refreshDesk(PROGRAMME, momentOf(PROGRAMME, NOW))
const about = (id: string) => ({ id, programme: PROGRAMME })
async function holds(by: Person, person: string, form: Partial<HoldForm>): Promise<void> {
  await fresh()
  const viewer = { programme: PROGRAMME, viewer: by.id, mayDecide: true }
  const task = await read(taskQuery(viewer, person, 'idle', TODAY))
  if (!task) throw new Error('nothing waits')
  const whole = { id: newId(NOW), act: null, to: '', untilOn: '', why: '', seen: 0, ...form }
  expect(await holdTask(by, about(person), task, whole, TODAY, NOW)).toEqual({ kind: 'saved' })
}
const shown = async (from: Person, to: Person, by = carla) => {
  await fresh()
  const between = { programme: PROGRAMME, from: from.id, to: to.id, by: by.id }
  const tasks = await read(handedTasksQuery(between))
  const people = await read(handedPeopleQuery(between))
  return { tasks, people, seen: seenOf(tasks, people) }
}
const form = (from: Person, to: Person, seen: string): HandOverForm => ({
  ...{ from: from.id, to: to.id, forGood: false, why: '', seen },
})
const mine = async (by: Person) => {
  await fresh()
  const wish = { programme: PROGRAMME, viewer: by.id, mayDecide: true, whose: 'mine' } as const
  return read(tasksQuery({ ...wish, reason: 'idle', cohort: '', page: 1 }, TODAY))
}

test('what was taken, what is of one’s own people and what was put off goes, in one batch; a holiday takes no people', async () => {
  const [ann, bea, cy] = [await idles('Ann'), await idles('Bea'), await idles('Cy')]
  await idles('Dee')
  await holds(carla, ann, { act: 'take' })
  const later = plusDays(TODAY, 9)
  await holds(carla, bea, { act: 'put-off', untilOn: later, why: 'She is away.' })
  await lookAfter(carla, about(cy), { id: newId(NOW), to: carla.id, seen: 0 }, NOW)

  const { tasks, people, seen } = await shown(carla, cesar)
  expect(tasks.map(({ name, untilOn }) => [name, untilOn]).sort()).toEqual([
    ['Ann', null],
    ['Bea', later],
    ['Cy', null],
  ])
  expect(people.map(({ name }) => name)).toEqual(['Cy'])
  let outcome
  const writes = await batchesOf(async () => {
    outcome = await handOver(carla, PROGRAMME, form(carla, cesar, seen), NOW + 1)
  })
  expect([outcome, writes]).toEqual([{ kind: 'saved', tasks: 3, people: 0 }, 1])
  expect((await mine(carla)).map(({ name }) => name)).toEqual([])
  // What was put off is still put off.
  expect((await mine(cesar)).map(({ name }) => name).sort()).toEqual(['Ann', 'Cy'])
  expect((await shown(cesar, carla)).tasks).toContainEqual(
    expect.objectContaining({ name: 'Bea', untilOn: later }),
  )
  // Sent twice: what was shown is not there any more.
  expect(await handOver(carla, PROGRAMME, form(carla, cesar, seen), NOW + 2)).toEqual({
    kind: 'refused',
    problems: ['nothing'],
  })
})

test('for good the people go too', async () => {
  const { seen } = await shown(carla, cesar)
  const good = { ...form(carla, cesar, seen), forGood: true }
  expect(await handOver(carla, PROGRAMME, good, NOW + 3)).toEqual({
    kind: 'saved',
    tasks: 0,
    people: 1,
  })
  expect((await shown(carla, cesar)).people).toEqual([])
  expect((await shown(cesar, carla)).people.map(({ name }) => name)).toEqual(['Cy'])
})

test('where something changed since it was shown, or in the same moment, nothing goes', async () => {
  const eve = await idles('Eve')
  await holds(carla, eve, { act: 'take' })
  const { seen } = await shown(carla, cesar)
  const fay = await idles('Fay')
  await holds(carla, fay, { act: 'take' })
  expect(await handOver(carla, PROGRAMME, form(carla, cesar, seen), NOW + 4)).toEqual({
    kind: 'meanwhile',
  })
  const now = await shown(carla, cesar)
  const both = await Promise.all([
    handOver(carla, PROGRAMME, form(carla, cesar, now.seen), NOW + 5),
    handOver(cesar, PROGRAMME, form(carla, cesar, now.seen), NOW + 6),
  ])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['meanwhile', 'saved'])
})

test('nobody else hands over, and only to a colleague; nothing about the colleague goes', async () => {
  const gil = await idles('Gil')
  await holds(carla, gil, { act: 'take' })
  const { seen } = await shown(carla, cesar)
  for (const other of [platform.cast.gwen, platform.cast.oscar, platform.cast.nadia])
    expect(await handOver(other, PROGRAMME, form(carla, cesar, seen), NOW + 7)).toEqual(NOT_ALLOWED)
  for (const to of [carla, platform.cast.oscar])
    expect(await handOver(carla, PROGRAMME, form(carla, to, seen), NOW + 8)).toMatchObject({
      problems: ['to-missing'],
    })
  const herself: Person = { ...cesar, id: gil }
  expect((await shown(carla, herself)).tasks.map(({ name }) => name)).not.toContain('Gil')
})

test('of more than go at once it is said that there are others, and the second time takes them', async () => {
  const ids = Array.from({ length: MOST_HANDED + 1 }, () => newId(NOW))
  const createdAt = NOW - DAY_MS
  await write(
    ids.flatMap((id) => [
      insertPerson({ id, signInName: id, name: `Many ${id}`, language: 'en', createdAt }),
      insertRole({ person: id, role: 'trainee', programme: PROGRAMME, createdAt }),
      {
        sql: 'INSERT INTO own_coordinators (id, programme, person, coordinator, by, at) VALUES (?, ?, ?, ?, ?, ?)',
        args: [newId(NOW), PROGRAMME, id, carla.id, carla.id, NOW],
      },
    ]),
  )
  const page = async () => {
    const asked = { from: carla.id, to: cesar.id }
    const found = await showHandOver(carla, PROGRAMME, asked, 'en', NOW)
    if (!found) throw new Error('refused')
    return found
  }
  const first = await page()
  expect([first.people.length, first.hasMore]).toEqual([MOST_HANDED, true])
  const good = { ...form(carla, cesar, first.seen), forGood: true }
  expect(await handOver(carla, PROGRAMME, good, NOW + 9)).toMatchObject({ people: MOST_HANDED })
  const second = await page()
  expect([second.people.length, second.hasMore]).toEqual([1, false])
})
