/** Register, API, reviews and reports make as many queries for many trainees as for a few. */
import { expect, test } from 'vitest'
import { countDeskQueries, queriesOf } from './desk-queries.ts'

test('each page makes as many queries for 2,000 trainees as for 10', async () => {
  const { few, many } = await countDeskQueries(2000)
  expect(queriesOf(many)).toEqual(queriesOf(few))
  expect(Object.keys(few)).toHaveLength(18)
  expect(Object.entries(queriesOf(few)).filter(([, queries]) => queries > 12)).toEqual([])
}, 60_000)
