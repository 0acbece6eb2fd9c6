/** Whether a restored copy has what its backup has. */
import { expect, test } from 'vitest'
import { compareCounts } from '#domain/doctor/compare-counts.ts'

const why = (
  table: string,
  before: number | undefined,
  after: number | undefined,
  changes = { migrations: 0, erased: 0 },
): string | undefined =>
  compareCounts(
    before === undefined ? {} : { [table]: before },
    after === undefined ? {} : { [table]: after },
    changes,
  )[0]?.is

test('every table has as many rows as before, or a reason', () => {
  expect(why('records', 5, 5)).toBe('same')
  expect(why('sessions', 5, 0)).toBe('ended')
  expect(why('audit', 5, 6)).toBe('noted')
  expect(why('alongside_version', undefined, 1)).toBe('noted')
  expect(why('records', 5, 3, { migrations: 0, erased: 1 })).toBe('erased')
  expect(why('records', 5, 3, { migrations: 2, erased: 0 })).toBe('migrated')
  expect(why('new_table', undefined, 0, { migrations: 2, erased: 0 })).toBe('migrated')
})

test('a row that is gone without a reason is lost, and people and sign-offs are in any case', () => {
  expect(why('records', 5, 4)).toBe('lost')
  expect(why('records', 5, undefined)).toBe('lost')
  expect(why('audit', 5, 4)).toBe('lost')
  for (const table of ['people', 'sign_offs'])
    expect(why(table, 5, 4, { migrations: 2, erased: 2 })).toBe('lost')
})
