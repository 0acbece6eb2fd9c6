/** The long form of tests/server/sync.test.ts. */
import '../server/quick-disk.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlatform, type Platform } from '../server/platform.ts'
import { syncRuns } from '../server/sync-model.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

/** Each with a seed of its own, so that one that fails is found again soon. */
test.each(Array.from({ length: 20 }, (_, nth) => nth))(
  'R29 R30: 1,000 lives on two devices, the %ith of 20 times, come to what they would have come to online',
  async (nth) => {
    const counted = await syncRuns(platform, 1000, nth)
    expect(counted.finished).toBeGreaterThan(500)
    // It takes answers of one attempt that overtake those of the attempt before, which no device of ours sends so.
    expect(counted.passesThatStay).toBeLessThan(10)
  },
)

test.each(Array.from({ length: 5 }, (_, nth) => nth))(
  'R29 R30: 1,000 times both go through one quiz at once, the %ith of 5 times: a pass on either is a pass',
  async (nth) => {
    const counted = await syncRuns(platform, 1000, 1000 + nth, true)
    expect(counted.finished).toBeGreaterThan(500)
  },
)
