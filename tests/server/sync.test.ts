/** R29, R30: records of devices that were away arrive once in effect. 20,000 lives: tests/hard/sync.test.ts. */
import './quick-disk.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlatform, type Platform } from './platform.ts'
import { syncRuns } from './sync-model.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

test('R29 R30: 200 lives on two devices come to what they would have come to online, each effect once', async () => {
  const counted = await syncRuns(platform, 200, 20_261_129)
  expect(counted.records).toBeGreaterThan(2000)
  expect(counted.duplicates).toBeGreaterThan(1000)
  expect(counted.finished).toBeGreaterThan(100)
  expect(counted.refused).toBeGreaterThan(500)
}, 300_000)

test('R29 R30: 100 times both go through one quiz at once: each attempt ends once, and a pass on either is a pass', async () => {
  const counted = await syncRuns(platform, 100, 20_261_130, true)
  expect(counted.finished).toBeGreaterThan(50)
}, 300_000)
