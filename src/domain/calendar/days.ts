/** Days as `YYYY-MM-DD`, counted as the clocks of a programme show them. The only arithmetic with days in the domain. */

/** A moment, and the day that a programme's clocks show then. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number
  /** `YYYY-MM-DD` */
  readonly today: string
  /** When that day ends there, milliseconds since 1970. */
  readonly tomorrow: number
  /** The programme's, an IANA name. */
  readonly timeZone: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** The day that clocks there show. @param time milliseconds since 1970 @param timeZone IANA name */
export function dayAt(time: number, timeZone: string): string {
  const parts = formatIn(timeZone).formatToParts(time)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}

/** A day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && written(time) === text
}

/** @param day of the calendar @param days may be negative */
export const plusDays = (day: string, days: number): string =>
  written(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)

/** So many months later; the last day of the month where the day does not exist. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return written(Date.UTC(year, month - 1 + months, Math.min(date, lastDay)))
}

/** A day without a clock: midnight of UTC stands for it, and only in this file. */
const written = (time: number): string => new Date(time).toISOString().slice(0, 10)
