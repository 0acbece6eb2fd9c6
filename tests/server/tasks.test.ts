/** The work list: whose a task is, what was put off, and that danger never is. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flag, read, rows, write } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { marked } from '#db/home-marked.ts'
import { OWN } from '#db/own-coordinators.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { tasksQuery, taskQuery, waitingQuery, type Task, type TaskWish } from '#db/tasks.ts'
import type { Person } from '#domain/people/person.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { lookAfter } from '#server/people/look-after.ts'
import { holdTask, type HoldForm } from '#server/tasks/hold-task.ts'
import { newId } from '#server/trail/new-id.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { z } from 'zod'
import { also } from '#tests/cast.ts'
import { openPlatform, type Platform } from './platform.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
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

/** Somebody who joined so many days ago and did nothing. */
async function joins(name: string, daysAgo = 40): Promise<string> {
  const id = newId(NOW)
  const createdAt = NOW - daysAgo * DAY_MS
  await write([
    insertPerson({ id, signInName: id, name, language: 'en', createdAt }),
    insertRole({ person: id, role: 'trainee', programme: PROGRAMME, createdAt }),
  ])
  return id
}

async function list(by: Person, wish: Partial<TaskWish> = {}, now = NOW): Promise<Task[]> {
  const moment = momentOf(PROGRAMME, now)
  await refreshDesk(PROGRAMME, moment)
  const whole = { programme: PROGRAMME, viewer: by.id, mayDecide: true, whose: 'open' } as const
  return read(tasksQuery({ ...whole, reason: null, cohort: '', page: 1, ...wish }, moment.today))
}
const names = async (...asked: Parameters<typeof list>): Promise<string[]> =>
  (await list(...asked)).map(({ name }) => name)

async function holds(by: Person, person: string, form: Partial<HoldForm>, now = NOW) {
  const moment = momentOf(PROGRAMME, now)
  await refreshDesk(PROGRAMME, moment)
  const viewer = { programme: PROGRAMME, viewer: by.id, mayDecide: true }
  const found = await read(
    rows(sql`SELECT reason FROM tasks WHERE person = ${person} ORDER BY rank LIMIT 1`, {
      reason: z.string(),
    }),
  )
  const reason = (found[0]?.reason ?? 'idle') as Task['reason']
  const task = await read(taskQuery(viewer, person, reason, moment.today))
  if (!task) throw new Error('nothing waits')
  const whole = { id: newId(now), act: null, to: '', untilOn: '', why: '', seen: 0, ...form }
  return holdTask(by, { id: person, programme: PROGRAMME }, task, whole, moment.today, now)
}
const day = (days: number) => plusDays(dayAt(NOW, 'America/Chicago'), days)

describe('a task', () => {
  test('that somebody takes stands first with them, and with nobody else; given back it is everybody’s', async () => {
    const [ben, dora] = [await joins('Ben', 50), await joins('Dora', 40)]
    const mine = async (by: Person) => (await list(by, { whose: 'mine' })).map(({ name }) => name)
    const order = (found: readonly string[]) => found.filter((name) => /Ben|Dora/.test(name))
    expect(order(await names(carla))).toEqual(['Ben', 'Dora'])
    expect(await holds(carla, dora, { act: 'take' })).toEqual({ kind: 'saved' })
    expect(order(await names(carla))).toEqual(['Dora', 'Ben'])
    expect((await names(carla))[0]).toBe('Dora')
    expect(order(await names(cesar))).toEqual(['Ben'])
    expect(await mine(carla)).toEqual(['Dora'])
    expect(await mine(cesar)).toEqual([])
    const all = await list(cesar, { whose: 'all' })
    expect(all.find(({ person }) => person === dora)?.owner?.name).toBe(carla.name)
    expect(await holds(carla, dora, { act: 'give-back', seen: 1 }, NOW + 1)).toEqual({
      kind: 'saved',
    })
    expect(order(await names(cesar))).toEqual(['Ben', 'Dora'])
    expect(ben).not.toBe(dora)
  })

  test('that is handed on is the colleague’s, and nobody’s again once they coordinate no more', async () => {
    const eva = await joins('Eva')
    const gus = newId(NOW)
    await write([
      insertPerson({ id: gus, signInName: 'gus', name: 'Gus', language: 'en', createdAt: NOW }),
      insertRole({ person: gus, role: 'coordinator', programme: PROGRAMME, createdAt: NOW }),
    ])
    expect(await holds(carla, eva, { act: 'hand', to: platform.cast.nadia.id })).toEqual({
      kind: 'refused',
      problems: ['to-missing'],
    })
    expect(await holds(carla, eva, { act: 'hand', to: gus })).toEqual({ kind: 'saved' })
    expect(await names(carla)).not.toContain('Eva')
    await write([{ sql: 'UPDATE roles SET archived_at = ? WHERE person = ?', args: [NOW, gus] }])
    expect(await names(carla)).toContain('Eva')
  })

  test('that is put off comes back by itself on its day, with a reason or not at all', async () => {
    const flo = await joins('Flo')
    const off = (form: Partial<HoldForm>) => holds(carla, flo, { act: 'put-off', ...form })
    expect(await off({ why: ' ' })).toEqual({
      kind: 'refused',
      problems: ['again-missing', 'why-missing'],
    })
    expect(await off({ why: 'Away', untilOn: day(0) })).toEqual({
      kind: 'refused',
      problems: ['again-past'],
    })
    expect(await off({ why: 'x'.repeat(301), untilOn: day(3) })).toEqual({
      kind: 'refused',
      problems: ['too-long'],
    })
    expect(await off({ why: 'She is away.', untilOn: day(3) })).toEqual({ kind: 'saved' })
    for (const by of [carla, cesar]) expect(await names(by)).not.toContain('Flo')
    expect(await names(carla, { whose: 'all' })).toContain('Flo')
    expect(await names(carla, {}, NOW + 2 * DAY_MS)).not.toContain('Flo')
    expect(await names(carla, {}, NOW + 3 * DAY_MS)).toContain('Flo')
  })

  test('of danger stands first whoever’s it is, and is never put off', async () => {
    const hal = await joins('Hal', 1)
    const note = { id: newId(NOW), person: hal, programme: PROGRAMME, author: carla.id }
    await write([
      {
        sql: `INSERT INTO notes (id, person, programme, author, kind, text, written_at) VALUES (?, ?, ?, ?, 'concern', 'x', ?)`,
        args: [note.id, note.person, note.programme, note.author, NOW],
      },
    ])
    const gil = await joins('Gil')
    await holds(cesar, gil, { act: 'take' })
    expect((await names(cesar)).slice(0, 2)).toEqual(['Hal', 'Gil'])
    await holds(carla, hal, { act: 'take' })
    for (const by of [carla, cesar]) expect((await names(by))[0]).toBe('Hal')
    expect(await names(carla)).not.toContain('Gil')
    const off = { act: 'put-off', why: 'Later', untilOn: day(3) } as const
    expect(await holds(cesar, hal, { ...off, seen: 1 })).toEqual({
      kind: 'refused',
      problems: ['danger-waits'],
    })
    const looks = [{ programme: PROGRAMME, viewer: cesar.id, mayDecide: true, today: day(0) }]
    expect((await read(waitingQuery(looks))).get(PROGRAMME)?.danger).toBe(1)
  })

  test('of two coordinators at once the second is told; the same form twice is one', async () => {
    const ivy = await joins('Ivy')
    const id = newId(NOW)
    expect(await holds(carla, ivy, { act: 'take', id })).toEqual({ kind: 'saved' })
    expect(await holds(carla, ivy, { act: 'take', id })).toEqual({ kind: 'saved' })
    expect(await holds(cesar, ivy, { act: 'take' })).toEqual({ kind: 'meanwhile' })
    expect(await holds(cesar, ivy, { act: 'take', seen: 1 }, NOW + 1)).toEqual({ kind: 'saved' })
    expect(await holds(cesar, ivy, {})).toEqual({ kind: 'refused', problems: ['act-missing'] })
  })

  test('is taken by nobody who does not coordinate there, nor by its person', async () => {
    const jo = await joins('Jo')
    const task = { reason: 'idle', since: 0 } as const
    const form = { id: newId(NOW), act: 'take', to: '', untilOn: '', why: '', seen: 0 } as const
    const others = Object.values(platform.cast).filter(
      ({ id }) => ![carla.id, cesar.id].includes(id),
    )
    for (const other of others) {
      const trainee = { id: jo, programme: PROGRAMME }
      expect(await holdTask(other, trainee, task, form, day(0), NOW), other.name).toEqual(
        NOT_ALLOWED,
      )
    }
    const herself = { id: carla.id, programme: PROGRAMME }
    expect(await holdTask(carla, herself, task, form, day(0), NOW)).toEqual(NOT_ALLOWED)
  })
})

describe('somebody’s own coordinator', () => {
  const whole = (person: string) => ({ id: person, programme: PROGRAMME })
  const looks = (by: Person, person: string, to: string | null, seen = 0, now = NOW) =>
    lookAfter(by, whole(person), { id: newId(now), to, seen }, now)
  const owner = async (person: string) =>
    (await list(cesar, { whose: 'all', person }))[0]?.owner?.name

  test('has what is to be done about them, until it is taken, given back or handed to another', async () => {
    const kim = await joins('Kim')
    expect(await looks(carla, kim, carla.id)).toEqual({ kind: 'saved' })
    expect(await owner(kim)).toBe(carla.name)
    expect(await list(carla, { whose: 'mine', person: kim })).toHaveLength(1)
    expect(await names(cesar)).not.toContain('Kim')
    await holds(cesar, kim, { act: 'take' })
    expect(await list(carla, { person: kim })).toEqual([])
    expect(await list(cesar, { whose: 'mine', person: kim })).toHaveLength(1)
    await holds(cesar, kim, { act: 'give-back', seen: 1 }, NOW + 1)
    expect(await owner(kim)).toBeUndefined()
    for (const by of [carla, cesar]) expect(await list(by, { person: kim })).toHaveLength(1)
  })

  test('leaves them to nobody, and has them again on coming back', async () => {
    const [lea, ned] = [await joins('Lea'), newId(NOW)]
    await write([
      insertPerson({ id: ned, signInName: 'ned', name: 'Ned', language: 'en', createdAt: NOW }),
      insertRole({ person: ned, role: 'coordinator', programme: PROGRAMME, createdAt: NOW }),
    ])
    expect(await looks(carla, lea, ned)).toEqual({ kind: 'saved' })
    expect(await owner(lea)).toBe('Ned')
    const role = (at: number | null) =>
      write([{ sql: 'UPDATE roles SET archived_at = ? WHERE person = ?', args: [at, ned] }])
    const closed = (at: number | null) =>
      write([{ sql: 'UPDATE people SET disabled_at = ? WHERE id = ?', args: [at, ned] }])
    for (const leaves of [role, closed]) {
      await leaves(NOW)
      expect(await owner(lea)).toBeUndefined()
      expect(await names(cesar)).toContain('Lea')
      await leaves(null)
      expect(await owner(lea)).toBe('Ned')
    }
    // What Ned had taken falls back to whose the person is.
    await holds(carla, lea, { act: 'hand', to: ned })
    expect(await looks(carla, lea, cesar.id, 1, NOW + 1)).toEqual({ kind: 'saved' })
    expect(await owner(lea)).toBe('Ned')
    await role(NOW)
    expect(await owner(lea)).toBe(cesar.name)
    await role(null)
  })

  test('coordinates the programme, is somebody else, and of two who say it at once the second is told', async () => {
    const mo = await joins('Mo')
    const missing = { kind: 'refused', problem: 'to-missing' }
    for (const to of [null, platform.cast.oscar.id, mo, 'x'])
      expect(await looks(carla, mo, to)).toEqual(missing)
    expect(await looks(carla, mo, carla.id)).toEqual({ kind: 'saved' })
    expect(await looks(cesar, mo, cesar.id)).toEqual({ kind: 'meanwhile' })
    expect(await owner(mo)).toBe(carla.name)
    expect(await looks(cesar, mo, '', 1, NOW + 1)).toEqual({ kind: 'saved' })
    expect(await owner(mo)).toBeUndefined()
    expect(await looks(platform.cast.gwen, mo, '', 2)).toEqual(NOT_ALLOWED)
    expect(await looks(carla, carla.id, '')).toEqual(NOT_ALLOWED)
  })

  test('sees a danger first that is theirs, and everybody else sees it too', async () => {
    const pia = await joins('Pia', 1)
    await looks(carla, pia, cesar.id)
    await write([
      {
        sql: `INSERT INTO notes (id, person, programme, author, kind, text, written_at) VALUES (?, ?, ?, ?, 'concern', 'x', ?)`,
        args: [newId(NOW), pia, PROGRAMME, cesar.id, NOW + 5],
      },
    ])
    const first = (await list(cesar))[0]
    expect([first?.name, first?.owner?.id]).toEqual(['Pia', cesar.id])
    expect((await list(carla, { person: pia })).map(({ reason }) => reason)).toEqual(['concern'])
  })
})

test('what waits equally long stands by name', async () => {
  const same = [await joins('Zoe', 77), await joins('Abe', 77), await joins('Mia', 77)]
  const ours = (await list(carla)).filter(({ person }) => same.includes(person))
  expect(ours.map(({ name }) => name)).toEqual(['Abe', 'Mia', 'Zoe'])
})

test('every table that the rule reads says by triggers when somebody is out of date', async () => {
  const text = JSON.stringify(
    rows(
      sql`${marked({ programme: PROGRAMME, viewer: '', mayDecide: true }, momentOf(PROGRAMME, NOW))} SELECT here FROM marked`,
      { here: flag },
    ).sql,
  )
  const known = await platform.rows(`SELECT name FROM sqlite_master WHERE type = 'table'`)
  const tables = new Set(
    [...(text + OWN('p', 'q')).matchAll(/\b(?:FROM|JOIN) ([a-z_]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => known.some((one) => one['name'] === name)),
  )
  expect(tables.size).toBeGreaterThan(12)
  const triggers = await platform.rows(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
  const missing = [...tables].flatMap((table) =>
    ['insert', 'update', 'delete']
      .map((act) => `desk_${table}_${act}`)
      .filter((name) => !triggers.some((one) => one['name'] === name)),
  )
  // An account without a role stands on no desk, and roles go before it.
  expect(missing.filter((name) => !/^desk_people_(insert|delete)$/.test(name))).toEqual([])
})
