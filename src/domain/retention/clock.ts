/** Whether a clock may be believed that something is deleted by. */

const DAY = 86_400_000
/** A server that runs moves the newest known time on by a day; a holiday of a week is nothing odd either. */
export const MOST_DAYS_AHEAD = 7

/** @returns whole days that `now` lies beyond the newest time known, where that is too far to delete by; else null */
export function jumpAhead(newestKnown: number, now: number): number | null {
  const days = Math.floor((now - newestKnown) / DAY)
  return now - newestKnown > MOST_DAYS_AHEAD * DAY ? days : null
}

/** @param ms milliseconds since 1970 @returns such as 2026-11-28, UTC */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
