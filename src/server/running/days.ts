/** When a day begins and ends by a programme's clocks. */
import { TZDate } from '@date-fns/tz'

/** Milliseconds since 1970, or null for anything but a day of the calendar as `YYYY-MM-DD`. @param timeZone IANA name */
export function startOfDay(typed: string, timeZone: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new TZDate(year, month - 1, day, timeZone)
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null
}

/** The first moment of the next day, which a clock change may make 23 or 25 hours later. */
export function endOfDay(typed: string, timeZone: string): number | null {
  if (startOfDay(typed, timeZone) === null) return null
  const [year = 0, month = 1, day = 1] = typed.split('-').map(Number)
  return new TZDate(year, month - 1, day + 1, timeZone).getTime()
}
