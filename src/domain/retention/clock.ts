/** Whether a clock may be believed that something is deleted by. */
import { DAY_MS } from '#domain/calendar/days.ts'

/** A server that runs moves the newest known time on by a day; a holiday of a week is nothing odd either. */
export const MOST_DAYS_AHEAD = 7

/** @returns whole days that `now` lies beyond the newest time known, where that is too far to delete by; else null */
export function jumpAhead(newestKnown: number, now: number): number | null {
  const days = Math.floor((now - newestKnown) / DAY_MS)
  return now - newestKnown > MOST_DAYS_AHEAD * DAY_MS ? days : null
}
