/** Days and times as clocks on a wall say them, which twice a year skip an hour or say it twice. */

const DAY = 86_400_000

export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM` */
  readonly time: string
}

/** What the clocks there say. @param instant milliseconds since 1970 @param timeZone IANA name */
export function wallTimeAt(instant: number, timeZone: string): WallTime {
  const said = new Date(instant + offsetAt(instant, timeZone)).toISOString()
  return { day: said.slice(0, 10), time: said.slice(11, 16) }
}

/**
 * The moments at which the clocks there say this: none where they skip it, two where they go back, soonest first.
 * @returns milliseconds since 1970; null for a day or a time that no calendar and no clock has
 */
export function instantsOf({ day, time }: WallTime, timeZone: string): readonly number[] | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asIfUtc) || new Date(asIfUtc).toISOString().slice(0, 10) !== day) return null
  const offsets = [-DAY, DAY].map((around) => offsetAt(asIfUtc + around, timeZone))
  return [...new Set(offsets.map((offset) => asIfUtc - offset))]
    .filter((instant) => asIfUtc - instant === offsetAt(instant, timeZone))
    .sort((a, b) => a - b)
}

/** Milliseconds by which the clocks there are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const said = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  )
  return said - Math.floor(instant / 1000) * 1000
}
