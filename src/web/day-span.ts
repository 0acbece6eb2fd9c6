/** From one day to another, as both stand in an address. */
import { endOfDay, isDay, startOfDay } from '#domain/calendar/days.ts'

export interface DaySpan {
  readonly typed: { readonly from: string; readonly to: string }
  /** Milliseconds since 1970, or null for all. */
  readonly from: number | null
  readonly before: number | null
  /** What could not be read; it is left out. */
  readonly problems: readonly ('from' | 'to' | 'order')[]
}

/** @param timeZone IANA name, by which days begin and end */
export function readDaySpan(query: URLSearchParams, timeZone: string): DaySpan {
  const short = (name: string): string => (query.get(name) ?? '').trim().slice(0, 10)
  const typed = { from: short('from'), to: short('to') }
  const from = isDay(typed.from) ? startOfDay(typed.from, timeZone) : null
  const before = isDay(typed.to) ? endOfDay(typed.to, timeZone) : null
  const isTurned = from !== null && before !== null && before <= from
  return {
    typed,
    from: isTurned ? null : from,
    before: isTurned ? null : before,
    problems: [
      ...(typed.from && from === null ? (['from'] as const) : []),
      ...(typed.to && before === null ? (['to'] as const) : []),
      ...(isTurned ? (['order'] as const) : []),
    ],
  }
}
