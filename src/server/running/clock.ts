/** What a programme's clock shows: the day by which its sign-offs, reviews and actions end. */
import { dayAt, type Moment } from '#domain/calendar/days.ts'
import { endOfDay } from './days.ts'
import { findProgramme } from '#server/course/load-course.ts'

/** IANA name. */
export const timeZoneOf = (programme: string): string =>
  findProgramme(programme, 'en')?.timeZone ?? 'UTC'

/** @param now milliseconds since 1970 */
export const momentOf = (programme: string, now: number): Moment =>
  momentIn(timeZoneOf(programme), now)

/** @param timeZone IANA name */
export function momentIn(timeZone: string, now: number): Moment {
  const today = dayAt(now, timeZone)
  return { now, today, tomorrow: endOfDay(today, timeZone) ?? now, timeZone }
}
