/** Days and times as clocks on a wall say them, which twice a year skip an hour or say it twice. */
import { dayAt, DAY_MS, isDay } from './days.ts'
import { offsetAt } from './zone.ts'

export interface WallTime {
  /** `YYYY-MM-DD`, or what was typed for one. */
  readonly day: string
  /** `HH:MM` */
  readonly time: string
}

/** What the clocks there say. @param instant milliseconds since 1970 @param timeZone IANA name */
export function wallTimeAt(instant: number, timeZone: string): WallTime {
  const said = new Date(instant + offsetAt(instant, timeZone)).toISOString()
  return { day: dayAt(instant, timeZone), time: said.slice(11, 16) }
}

/**
 * The moments at which the clocks there say this: none where they skip it, two where they go back, soonest first.
 * @returns milliseconds since 1970; null for a day or a time that no calendar and no clock has
 */
export function instantsOf({ day, time }: WallTime, timeZone: string): readonly number[] | null {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  const offsets = [-DAY_MS, DAY_MS].map((around) => offsetAt(asIfUtc + around, timeZone))
  return [...new Set(offsets.map((offset) => asIfUtc - offset))]
    .filter((instant) => asIfUtc - instant === offsetAt(instant, timeZone))
    .sort((a, b) => a - b)
}
