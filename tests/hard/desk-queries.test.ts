/** The desk's pages with 100,000 trainees, 10,000 pairings and 2,000 requests that wait: every one answers, with as many queries as for a few. */
import { expect, test } from 'vitest'
import { countDeskQueries, queriesOf } from '#tests/pages/desk-queries.ts'

test('each page answers for 100,000 trainees, 10,000 pairings and 2,000 who wait with as many queries as for a few', async () => {
  const { few, many } = await countDeskQueries(100_000)
  expect(queriesOf(many)).toEqual(queriesOf(few))
  console.log(
    Object.entries(many)
      .map(([page, { queries, ms }]) => `${page}: ${queries} queries, ${ms} ms`)
      .join('\n'),
  )
}, 600_000)
