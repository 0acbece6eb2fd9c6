/** Days by the clocks of a programme. */
import { expect, test } from 'vitest'
import { dayAt } from '#domain/calendar/days.ts'
import { endOfDay, startOfDay } from '#server/running/days.ts'
import { dayInWords } from '#view/frame.ts'

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
  const hours = (day: string): number =>
    ((endOfDay(day, 'Europe/London') ?? 0) - (startOfDay(day, 'Europe/London') ?? 0)) / 3_600_000
  expect(startOfDay('2026-11-27', 'America/Chicago')).toBe(Date.UTC(2026, 10, 27, 6))
  expect(hours('2026-06-15')).toBe(24)
  expect(hours('2026-03-29')).toBe(23)
  expect(hours('2026-10-25')).toBe(25)
})

test.each(['', 'yesterday', '2026-02-30', '2026-13-01', '2026-1-1'])('%j is no day', (typed) => {
  expect(startOfDay(typed, 'Europe/London')).toBeNull()
  expect(endOfDay(typed, 'Europe/London')).toBeNull()
})
