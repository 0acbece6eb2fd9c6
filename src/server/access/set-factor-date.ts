/** From which day on all staff need a second factor; every day that was set stays a row. */
import { write } from '#db/client.ts'
import { insertFactorDate } from '#db/factors.ts'
import { dayAt, isDay, plusDays, startOfDay, type Day } from '#domain/calendar/days.ts'
import { LATEST_DATE_DAYS } from '#domain/people/factor.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { securityEvent } from './note-entry.ts'
import type { Whence } from './throttle.ts'

export type FactorDateProblem = 'missing' | 'early' | 'late'

/** @param typed a day as the clocks of `timeZone` show it */
export async function setFactorDate(
  by: Person,
  typed: string,
  timeZone: string,
  whence: Whence,
  now: number,
): Promise<
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problem: FactorDateProblem }
  | NotAllowed
> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  if (!isDay(typed)) return { kind: 'refused', problem: 'missing' }
  const problem = problemWith(typed, dayAt(now, timeZone))
  if (problem) return { kind: 'refused', problem }
  await write([
    insertFactorDate({ id: newId(now), dueFrom: startOfDay(typed, timeZone), at: now, by: by.id }),
    securityEvent('factor-date-set', { person: by.id }, whence, now),
    audited(now, by.id, 'factor-date-set', '', ''),
  ])
  return { kind: 'saved' }
}

function problemWith(day: Day, today: Day): FactorDateProblem | null {
  if (day < today) return 'early'
  return day > plusDays(today, LATEST_DATE_DAYS) ? 'late' : null
}
