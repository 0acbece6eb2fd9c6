/** The period of a report goes by the clocks of the programme. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { furthestQuery } from '#db/reports.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { isAboutHappened, REPORTS } from '#domain/reports/names.ts'
import { readPeriod, yearOf } from '#domain/reports/period.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { countJoined } from '#server/show/coordinate/count-joined.ts'
import { newId } from '#server/trail/new-id.ts'
import { addMany } from '#tests/many-trainees.ts'
import { openPlatform, type Platform } from './platform.ts'

/** On New Year's Eve at 9 in the evening in Chicago it is next year in London. */
const EVENING = Date.UTC(2020, 0, 1, 3)
const CLOCKS = { kidney: 'America/Chicago', 'long-term': 'Europe/London' } as const
type Programme = keyof typeof CLOCKS
let platform: Platform

beforeAll(async () => {
  platform = await openPlatform()
  for (const programme of ['kidney', 'long-term'] as const) {
    const id = newId(EVENING)
    await write([
      insertPerson({
        id,
        signInName: `eve-${programme}`,
        name: 'Eve',
        language: 'en',
        createdAt: EVENING,
      }),
      insertRole({ person: id, role: 'trainee', programme, createdAt: EVENING }),
    ])
  }
})
afterAll(() => platform.close())

const joined = async (of: Parameters<typeof furthestQuery>[0]['of']): Promise<string[]> =>
  [...(await read(furthestQuery({ of, cohort: '' }))).keys()].sort()
const on = (programme: Programme, day: string) => {
  const { period } = readPeriod(day, day, CLOCKS[programme])
  return joined([{ programme, ...period }])
}

test('who joined on an evening joined on that day, and not on that of Greenwich', async () => {
  expect(await on('kidney', '2019-12-31')).toEqual(['kidney'])
  expect(await on('kidney', '2020-01-01')).toEqual([])
  expect(await on('long-term', '2019-12-31')).toEqual([])
  expect(await on('long-term', '2020-01-01')).toEqual(['long-term'])
})

test('the year of each programme is that of its own clocks, side by side', async () => {
  const year = (number: number) =>
    joined(
      (['kidney', 'long-term'] as const).map((programme) => ({
        programme,
        ...yearOf(number, CLOCKS[programme]),
      })),
    )
  expect(await year(2019)).toEqual(['kidney'])
  expect(await year(2020)).toEqual(['long-term'])
})

test('counted in pieces is counted at once, also where many joined at the same moment', async () => {
  const programme = 'kidney'
  const now = Date.UTC(2026, 10, 22, 12)
  const questions = ['consent/quiz/who-decides', 'consent/quiz/a', 'consent/quiz/b']
  const by = platform.cast.carla.id
  await addMany({ programme, by, now, from: 0, to: 640, questions })
  const moment = momentOf(programme, now)
  // Of the first 300 moments each is that of two people or more; the period begins and ends among them.
  const period = { from: now - 450 * DAY_MS, before: now - 210 * DAY_MS }
  for (const times of [{ from: null, before: null }, period])
    for (const name of REPORTS) {
      if (isAboutHappened(name)) continue
      const wish = { of: [{ programme, ...times }], cohort: '' }
      const counted = async (size: number) => plain(await countJoined(name, wish, moment, size))
      const atOnce = await counted(10_000)
      if (times !== period) expect(atOnce, name).not.toMatch(/\[\]/)
      for (const size of [7, 100]) expect(await counted(size), name).toBe(atOnce)
    }
})

/** Means of pieces are sums of other numbers than that of all. */
const plain = (found: unknown): string =>
  JSON.stringify(found, (_, value: unknown) =>
    value instanceof Map
      ? [...value].sort()
      : typeof value === 'number'
        ? Number(value.toFixed(6))
        : value,
  )
