import { expect, test } from 'vitest'
import { localeOf } from '#domain/programme/locale.ts'
import { timeInWords } from '#view/days.ts'

test.each([
  ['en', 'us', 'America/Chicago', 'November 27, 2026 at 11:08 AM'],
  ['en', 'uk', 'Europe/London', '27 November 2026 at 5:08 pm'],
] as const)('a day and its time in %s, %s', (language, country, timeZone, said) => {
  const locale = localeOf(language, { country, timeZone })
  expect(timeInWords(Date.UTC(2026, 10, 27, 17, 8), locale).replace(/\s/g, ' ')).toBe(said)
})
