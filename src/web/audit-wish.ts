/** The audit trail's question, as it stands in the address. */
import type { AuditFilter } from '#server/show/manage/audit.ts'
import { endOfDay, isDay, startOfDay } from '#domain/calendar/days.ts'

export interface AuditWish {
  readonly typed: {
    readonly person: string
    readonly act: string
    readonly programme: string
    readonly from: string
    readonly to: string
  }
  readonly filter: Omit<AuditFilter, 'page'>
  /** What could not be read; it is left out of the filter. */
  readonly problems: readonly ('from' | 'to' | 'order')[]
}

/** @param programmes slugs that there are @param timeZone IANA name, by which days begin and end */
export function readAuditWish(
  query: URLSearchParams,
  programmes: readonly string[],
  timeZone: string,
): AuditWish {
  const short = (name: string, most: number): string =>
    (query.get(name) ?? '').trim().slice(0, most)
  const typed = {
    person: short('person', 100),
    act: short('act', 60),
    programme: programmes.find((slug) => slug === query.get('programme')) ?? '',
    from: short('from', 10),
    to: short('to', 10),
  }
  const from = isDay(typed.from) ? startOfDay(typed.from, timeZone) : null
  const before = isDay(typed.to) ? endOfDay(typed.to, timeZone) : null
  const isTurned = from !== null && before !== null && before <= from
  return {
    typed,
    filter: {
      person: typed.person,
      act: typed.act,
      from: isTurned ? null : from,
      before: isTurned ? null : before,
      programmes: typed.programme ? [typed.programme] : null,
    },
    problems: [
      ...(typed.from && from === null ? (['from'] as const) : []),
      ...(typed.to && before === null ? (['to'] as const) : []),
      ...(isTurned ? (['order'] as const) : []),
    ],
  }
}

/** The words for an act, or '' where it has none. @param acts by act, or by what it begins with; the first that fits */
export const actInWords = (acts: Readonly<Record<string, string>>, act: string): string =>
  Object.entries(acts).find(([begins]) => act.startsWith(begins))?.[1] ?? ''
