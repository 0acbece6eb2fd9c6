/** The long form of tests/db/kill.test.ts and tests/db/busy.test.ts. */
import { expect, test } from 'vitest'
import { busyRounds, killRounds } from '../db/kill-rounds.ts'

test('200 kills: of at least 50,000 acknowledged writes none is lost', async () => {
  const { kept, lost, folder } = await killRounds(200, 270)
  expect(lost).toEqual([])
  expect(kept.length).toBeGreaterThanOrEqual(50_000)
  folder.remove()
})

test('50 locks of 6 seconds, each followed by a kill: nothing acknowledged is lost', async () => {
  const { kept, lost, folder } = await busyRounds(50)
  expect(lost).toEqual([])
  expect(kept.length).toBeGreaterThanOrEqual(5000)
  folder.remove()
})
