/** When something was made on a device whose clock may be years off. */
import { describe, expect, test } from 'vitest'
import { madeWhen } from '#domain/learning/device-clock.ts'

const NOW = Date.parse('2026-11-29T12:00:00Z')
const HOUR = 3_600_000
const YEARS = 10 * 365 * 24 * HOUR
const clock = (more: object = {}) => ({ now: NOW, sentAt: null, since: null, ...more })

describe('what a device made an hour ago', () => {
  test.each([0, YEARS, -YEARS, 3 * HOUR])(
    'was made an hour ago, though its clock is off by %i ms',
    (off) => {
      expect(madeWhen(NOW - HOUR + off, clock({ sentAt: NOW + off }))).toBe(NOW - HOUR)
    },
  )

  test('stays as it is where its clock is right but for the time on the way', () => {
    expect(madeWhen(NOW - HOUR, clock({ sentAt: NOW - 90_000 }))).toBe(NOW - HOUR)
  })
})

test('nothing was made in the years to come', () => {
  expect(madeWhen(NOW + YEARS, clock())).toBe(NOW)
  expect(madeWhen(NOW + YEARS, clock({ sentAt: NOW }))).toBe(NOW)
})

test('nothing was made before the device heard from us, though its clock began anew in 1970', () => {
  expect(madeWhen(5000, clock({ sentAt: NOW, since: NOW - HOUR }))).toBe(NOW - HOUR)
  expect(madeWhen(5000, clock({ since: NOW + YEARS }))).toBe(NOW)
  expect(madeWhen(5000, clock({ sentAt: NOW + YEARS }))).toBe(0)
})
