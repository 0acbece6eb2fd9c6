/** Which nights' backups stay. */
import { expect, test } from 'vitest'
import { plusDays, type Day } from '#domain/calendar/days.ts'
import { nightAt, nightsToKeep } from '#domain/retention/rotation.ts'

test('a night begins at three in the morning on the programme’s clock', () => {
  const at = (iso: string, zone = 'America/Chicago'): string => nightAt(Date.parse(iso), zone)
  expect(at('2026-11-30T08:59:00Z')).toBe('2026-11-29')
  expect(at('2026-11-30T09:00:00Z')).toBe('2026-11-30')
  expect(at('2026-11-30T02:59:00Z', 'Europe/London')).toBe('2026-11-29')
  expect(at('2026-11-30T03:00:00Z', 'Europe/London')).toBe('2026-11-30')
})

test('after two years of nights: seven days, five weeks, twelve months, and no more', () => {
  let there: Day[] = []
  let night: Day = '2025-01-01'
  for (let count = 0; count < 730; count++, night = plusDays(night, 1)) {
    there = [...there, night]
    const keep = nightsToKeep(there)
    there = there.filter((one) => keep.has(one))
    expect(there).toContain(night)
    expect(there.length).toBeLessThanOrEqual(24)
  }
  // 31 December 2026 is a Thursday: the week's nights, four Sundays before, the last of eleven months before.
  const last = plusDays(night, -1)
  expect(last).toBe('2026-12-31')
  expect(there.slice(-7)).toEqual([6, 5, 4, 3, 2, 1, 0].map((days) => plusDays(last, -days)))
  expect(there.slice(-10, -7)).toEqual(['2026-12-06', '2026-12-13', '2026-12-20'])
  expect(there.slice(0, -10)).toEqual(
    [
      ...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'],
      ...['07-31', '08-31', '09-30', '10-31', '11-30'],
    ].map((day) => `2026-${day}`),
  )
})

test('a server that was off, or a clock that was wrong, loses nothing by it', () => {
  const few: Day[] = ['2024-02-01', '2024-02-02', '2026-11-29', '2099-01-01']
  expect([...nightsToKeep(few)].sort()).toEqual(few)
  expect(nightsToKeep([]).size).toBe(0)
})
