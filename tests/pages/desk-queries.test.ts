/** The desk, the register, the API, reviews, reports and a trainee’s own pages make as many queries for many trainees as for a few. */
import { expect, test } from 'vitest'
import { countDeskQueries, queriesOf } from './desk-queries.ts'
import { beyondLimit } from './query-limits.ts'

test('each page makes as many queries for 2,000 trainees and 500 pairings as for a few', async () => {
  const { few, many } = await countDeskQueries(2000)
  expect(queriesOf(many)).toEqual(queriesOf(few))
  expect(Object.keys(few)).toHaveLength(91)
  expect(beyondLimit(queriesOf(few))).toEqual([])
}, 120_000)
