/** The audit trail's question, as it stands in the address. */
import type { AuditFilter } from '#server/show/manage/audit.ts'
import { readDaySpan, type DaySpan } from './day-span.ts'

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
  readonly problems: DaySpan['problems']
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
  }
  const { typed: days, from, before, problems } = readDaySpan(query, timeZone)
  return {
    typed: { ...typed, ...days },
    filter: {
      ...{ person: typed.person, act: typed.act, from, before },
      programmes: typed.programme ? [typed.programme] : null,
    },
    problems,
  }
}

/** The words for an act, or '' where it has none. @param acts by act, or by what it begins with; the first that fits */
export const actInWords = (acts: Readonly<Record<string, string>>, act: string): string =>
  Object.entries(acts).find(([begins]) => act.startsWith(begins))?.[1] ?? ''
