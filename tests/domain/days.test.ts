/** Days by the clocks of a programme. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, DAY_MS, endOfDay, isDay, startOfDay, type Day } from '#domain/calendar/days.ts'
import { dayInWords } from '#view/days.ts'

const EVENING = Date.UTC(2026, 10, 28, 1, 30)

test.each([
  ['America/Chicago', '2026-11-27'],
  ['Europe/London', '2026-11-28'],
  ['Pacific/Auckland', '2026-11-28'],
])('an evening in Chicago is in %s on %s', (timeZone, day) => {
  expect(dayAt(EVENING, timeZone)).toBe(day)
})

test('a moment is said by the clocks of the programme, a day as it was typed', () => {
  const chicago = { tag: 'en-US', timeZone: 'America/Chicago' } as const
  expect(dayInWords(EVENING, chicago)).toBe('November 27, 2026')
  expect(dayInWords('2026-11-28', chicago)).toBe('November 28, 2026')
})

test('a day begins and ends where its clocks say so, also when they change', () => {
  const hours = (day: Day, timeZone = 'Europe/London'): number =>
    (endOfDay(day, timeZone) - startOfDay(day, timeZone)) / 3_600_000
  expect(startOfDay('2026-11-27', 'America/Chicago')).toBe(Date.UTC(2026, 10, 27, 6))
  expect(hours('2026-06-15')).toBe(24)
  expect(hours('2026-03-29')).toBe(23)
  expect(hours('2026-10-25')).toBe(25)
  // Clocks that change at midnight itself: it is skipped in Beirut and in Santiago, and said twice in Havana.
  expect(startOfDay('2026-03-29', 'Asia/Beirut')).toBe(Date.UTC(2026, 2, 28, 22))
  expect(hours('2026-03-29', 'Asia/Beirut')).toBe(23)
  expect(hours('2026-09-06', 'America/Santiago')).toBe(23)
  expect(startOfDay('2026-11-01', 'America/Havana')).toBe(Date.UTC(2026, 10, 1, 4))
  expect(hours('2026-11-01', 'America/Havana')).toBe(25)
})

test('a day begins with the first moment that its clocks call so', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2015) / DAY_MS, max: Date.UTC(2040) / DAY_MS }),
      fc.constantFrom(
        'America/Chicago',
        'America/Havana',
        'America/Santiago',
        'Asia/Beirut',
        'Asia/Kathmandu',
        'Australia/Lord_Howe',
        'Europe/London',
        'Pacific/Auckland',
        'UTC',
      ),
      (days, timeZone) => {
        const day = dayAt(days * DAY_MS, timeZone)
        const start = startOfDay(day, timeZone)
        expect(dayAt(start, timeZone)).toBe(day)
        expect(dayAt(start - 1, timeZone) < day).toBe(true)
      },
    ),
    { seed: 20261129, numRuns: 2000 },
  ))

test.each(['', 'yesterday', '2026-02-30', '2026-13-01', '2026-1-1'])('%j is no day', (typed) => {
  expect(isDay(typed)).toBe(false)
})
