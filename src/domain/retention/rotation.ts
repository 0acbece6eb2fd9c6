/** Which nights' backups stay: of the last week each, of the weeks and months before it one (docs/retention.md). */
import { dayAt, plusDays, type Day } from '#domain/calendar/days.ts'

const DAILY = 7
const WEEKLY = 5
const MONTHLY = 12

/** Nights end late: what is copied then has the whole day before. */
const HOUR = 3
const HOUR_MS = 3_600_000

/** The night that a backup is due for: it begins at three in the morning, and one that was missed is made up for. */
export const nightAt = (now: number, timeZone: string): Day => dayAt(now - HOUR * HOUR_MS, timeZone)

const mondayOf = (day: Day): string =>
  plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/**
 * The newest seven, the newest of each of five weeks, the newest of each of twelve months. It counts backups and not days
 * back from today, so that a server that was off, or whose clock was wrong, loses none by it.
 */
export function nightsToKeep(nights: readonly Day[]): ReadonlySet<Day> {
  const newest = [...new Set(nights)].sort().reverse()
  const newestOfEach = (periodOf: (night: Day) => string, most: number): Day[] =>
    newest
      .filter((night, at) => at === 0 || periodOf(night) !== periodOf(newest[at - 1] ?? night))
      .slice(0, most)
  return new Set([
    ...newest.slice(0, DAILY),
    ...newestOfEach(mondayOf, WEEKLY),
    ...newestOfEach((night) => night.slice(0, 7), MONTHLY),
  ])
}
