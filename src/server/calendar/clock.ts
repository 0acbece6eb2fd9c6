/** What a programme's clock shows: the day by which its sign-offs, reviews and actions end. */
import { momentIn, type Moment } from '#domain/calendar/days.ts'
import { findProgramme } from '#server/course/load-course.ts'

/** IANA name. */
export const timeZoneOf = (programme: string): string =>
  findProgramme(programme, 'en')?.timeZone ?? 'UTC'

/** @param now milliseconds since 1970 */
export const momentOf = (programme: string, now: number): Moment =>
  momentIn(timeZoneOf(programme), now)
