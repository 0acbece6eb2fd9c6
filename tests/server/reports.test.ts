/** The period of a report goes by the clocks of the programme. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { furthestQuery } from '#db/reports.ts'
import { readPeriod, yearOf } from '#domain/reports/period.ts'
import { newId } from '#server/trail/new-id.ts'
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
