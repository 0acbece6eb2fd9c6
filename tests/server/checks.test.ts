/** Checks come due: recorded by coordinators, required by administrators, and off the register past their window. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkRulesQuery, checksQuery } from '#db/checks.ts'
import { read } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { findStanding } from '#db/standings.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { CheckForm } from '#domain/readiness/check-entry.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { boxesOf } from '#programme-file/boxes.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { fileOfProgramme } from '#server/course/load-course.ts'
import { newestVersion } from '#server/course/programme-files.ts'
import { bringVersionBack, saveProgramme } from '#server/course/save-programme.ts'
import { recordCheck } from '#server/readiness/record-check.ts'
import { requireCheck } from '#server/readiness/require-check.ts'
import { showRequired } from '#server/show/manage/required-checks.ts'
import { newId } from '#server/trail/new-id.ts'
import { also } from '#tests/cast.ts'
import { listMentors } from '#tests/read-desk.ts'
import { NOW, openPlatform, type Platform } from './platform.ts'
import { mentorOf } from './mentor-of.ts'

const PROGRAMME = 'kidney'
const LINES = { seen: 'seen', status: 'status' }
let platform: Platform
let carla: Person
let cesar: Person
let ana: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  ana = platform.cast.ana
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
})
afterAll(() => platform.close())

const today = () => momentOf(PROGRAMME, NOW).today
const day = (days: number) => plusDays(dayAt(NOW, 'America/Chicago'), days)
const mentor = () => mentorOf(platform, PROGRAMME)
type Whom = { readonly id: string; readonly programme: string }
const entriesOf = async (of: Whom) => (await read(checksQuery(of.id))).entries
const records = async (
  by: Person,
  of: Whom,
  form: Partial<CheckForm> & { id?: string; check?: string; newest?: string },
  now = NOW,
) => {
  const [newest] = (await entriesOf(of)).filter(({ line }) => line === 'seen')
  return recordCheck(
    by,
    of,
    {
      ...{ id: newId(now), check: 'references', line: 'seen', newest: newest?.id ?? '' },
      ...{ act: 'accepted', onDay: today(), number: '', recheckOn: '', why: '', ...form },
    },
    now,
  )
}
const newestRule = async () => (await read(checkRulesQuery(PROGRAMME))).at(-1)?.id ?? ''
const requires = async (from: string | null, check = 'references', now = NOW, by = ana) =>
  requireCheck(by, PROGRAMME, { check, line: 'seen', day: from, newest: await newestRule() }, now)
const standing = (of: Whom, now = NOW + 9) =>
  findStanding(of.id, PROGRAMME, momentOf(PROGRAMME, now))
const isListed = async (of: Whom, now = NOW + 9) =>
  (await listMentors(PROGRAMME, ANYBODY, 'en', momentOf(PROGRAMME, now), 1, 200)).rows.some(
    ({ id }) => id === of.id,
  )

describe('a coordinator', () => {
  test('writes down who looked, when, and the number, and nobody writes about their own', async () => {
    const luz = await mentor()
    expect(await records(carla, luz, { number: ' 001 7 ' })).toEqual({ kind: 'saved' })
    expect(await entriesOf(luz)).toMatchObject([
      { act: 'accepted', number: '001 7', onDay: today(), byName: 'Carla', recheckOn: null },
    ])
    const own = also({ ...carla, id: luz.id }, 'coordinator', PROGRAMME)
    for (const by of [platform.cast.nadia, platform.cast.oscar, platform.cast.gwen, ana, own])
      expect(await records(by, luz, {})).toEqual(NOT_ALLOWED)
    expect(await records(carla, luz, { check: 'constructor' })).toEqual(NOT_ALLOWED)
  })

  test('is refused a date in the future, in words and with nothing saved', async () => {
    const luz = await mentor()
    expect(await records(carla, luz, { onDay: day(1) })).toEqual({
      kind: 'refused',
      problems: ['day-future'],
    })
    expect(await entriesOf(luz)).toEqual([])
  })

  test('of two at once the second is told, and the same press twice is one', async () => {
    const luz = await mentor()
    const both = await Promise.all([records(carla, luz, {}), records(cesar, luz, { act: 'asked' })])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['meanwhile', 'saved'])
    expect(await entriesOf(luz)).toHaveLength(1)
    const dora = await mentor()
    const id = newId(NOW)
    const twice = await Promise.all([records(carla, dora, { id }), records(carla, dora, { id })])
    expect(twice).toEqual([{ kind: 'saved' }, { kind: 'saved' }])
    expect(await entriesOf(dora)).toHaveLength(1)
  })
})

describe('a required check', () => {
  test('takes mentors off the register from its day on, who are named before', async () => {
    const [luz, dora] = [await mentor(), await mentor()]
    await records(carla, luz, { recheckOn: day(100) })
    const asked = 'references.seen'
    const shown = await showRequired(ana, PROGRAMME, asked, LINES, 'en', NOW)
    const leaving = shown?.one?.leaving.rows.map(({ id }) => id) ?? []
    expect([leaving.includes(luz.id), leaving.includes(dora.id)]).toEqual([false, true])
    expect(await requires(day(10))).toEqual({ kind: 'saved' })
    expect([await standing(dora), await isListed(dora)]).toEqual(['ready', true])
    const then = NOW + 11 * DAY_MS
    expect([await standing(dora, then), await isListed(dora, then)]).toEqual(['on-hold', false])
    expect([await standing(luz, then), await isListed(luz, then)]).toEqual(['ready', true])

    // Asked, received: nothing changes before somebody looked.
    await records(carla, dora, { act: 'asked', onDay: '' }, then)
    expect(await standing(dora, then + 9)).toBe('on-hold')
    expect(await records(carla, dora, {}, then + 10)).toEqual({ kind: 'saved' })
    expect([await standing(dora, then + 19), await isListed(dora, then + 19)]).toEqual([
      'ready',
      true,
    ])

    // No dates in kidney's references: one that a coordinator chose ends through the window of 60 days.
    expect(await standing(luz, NOW + 159 * DAY_MS)).toBe('ready')
    expect(await standing(luz, NOW + 161 * DAY_MS)).toBe('on-hold')
    const back = await showRequired(ana, PROGRAMME, asked, LINES, 'en', NOW + 161 * DAY_MS)
    expect(back?.one?.back.rows.map(({ id }) => id)).toContain(luz.id)
    expect(await requires(null, 'references', NOW + 1)).toEqual({ kind: 'saved' })
    expect(await standing(luz, NOW + 161 * DAY_MS)).toBe('ready')
  })

  test('is a task of coordinators before its day and after it, and none once it is there', async () => {
    const luz = await mentor()
    const tasks = async (now: number) => {
      await refreshDesk(PROGRAMME, momentOf(PROGRAMME, now))
      const found = await platform.rows(
        'SELECT reason FROM tasks WHERE person = ? ORDER BY reason',
        luz.id,
      )
      return found.map(({ reason }) => reason)
    }
    expect(await tasks(NOW + 2)).toEqual([])
    await requires(day(10), 'immunization', NOW + 3)
    expect(await tasks(NOW + 4)).toEqual(['check'])
    expect(await tasks(NOW + 11 * DAY_MS)).toContain('on-hold')
    await records(carla, luz, { check: 'immunization', newest: '' }, NOW + 11 * DAY_MS)
    expect(await tasks(NOW + 11 * DAY_MS + 1)).not.toContain('on-hold')
    await requires(null, 'immunization', NOW + 5)
  })

  test('is said by administrators alone, for a day that is to come within a year, once', async () => {
    expect(await requires(day(1), 'references', NOW, carla)).toEqual(NOT_ALLOWED)
    expect(await requires(day(-1))).toEqual({ kind: 'refused', reason: 'day-past' })
    expect(await requires('soon')).toEqual({ kind: 'refused', reason: 'day-malformed' })
    expect(await requires(day(400))).toEqual({ kind: 'refused', reason: 'day-too-far' })
    expect(await requires(day(1), 'constructor')).toEqual(NOT_ALLOWED)
    const newest = await newestRule()
    const form = { check: 'references', line: 'seen', day: day(300), newest } as const
    const both = await Promise.all([
      requireCheck(ana, PROGRAMME, form, NOW + 6),
      requireCheck(ana, PROGRAMME, form, NOW + 7),
    ])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['meanwhile', 'saved'])
  })

  test('cannot be left out of the programme; one that is not required can, and is due for nobody then', async () => {
    const luz = await mentor()
    await records(carla, luz, { act: 'received', check: 'immunization', newest: '' })
    const file = fileOfProgramme(PROGRAMME)
    if (!file) throw new Error('no programme')
    const without = (slug: string) =>
      Object.fromEntries(
        Object.entries(boxesOf(file)).filter(([box]) => !box.startsWith(`checks.${slug}.`)),
      )
    const saves = (slug: string) =>
      saveProgramme(ana, PROGRAMME, 'checks', without(slug), newestVersion(PROGRAMME), NOW + 8)
    expect(await saves('references')).toEqual({
      kind: 'refused',
      problems: { 'checks.references.name.en': 'required' },
    })
    expect(await saves('immunization')).toEqual({ kind: 'saved' })
    expect(Object.keys(fileOfProgramme(PROGRAMME)?.checks ?? {})).toEqual([
      'background-check',
      'references',
    ])
    expect((await read(checkRulesQuery(PROGRAMME))).at(-1)).toMatchObject({
      ...{ check: 'immunization', rule: 'dropped' },
    })
    // Words of before come back, what is asked of people does not.
    await bringVersionBack(ana, PROGRAMME, 'shipped', newestVersion(PROGRAMME), NOW + 8)
    expect(Object.keys(fileOfProgramme(PROGRAMME)?.checks ?? {})).toHaveLength(2)
    expect(await records(carla, luz, { check: 'immunization' }, NOW + 9)).toEqual({
      kind: 'refused',
      problems: ['act-missing'],
    })
  })
})
