/** What of the sign-ins somebody wants to see, as it stands in the address. */
import { isUuid } from '#domain/learning/uuid.ts'
import { SECURITY_KINDS } from '#domain/people/security.ts'
import type { SecurityFilter } from '#server/show/manage/security.ts'
import { readDaySpan, type DaySpan } from './day-span.ts'

export interface SecurityWish {
  readonly typed: Readonly<Record<'person' | 'kind' | 'from' | 'to', string>>
  readonly filter: SecurityFilter
  /** What could not be read; it is left out of the filter. */
  readonly problems: DaySpan['problems']
}

/** @param timeZone IANA name, by which days begin and end */
export function readSecurityWish(query: URLSearchParams, timeZone: string): SecurityWish {
  const person = (query.get('person') ?? '').trim().slice(0, 100)
  const kind = SECURITY_KINDS.find((one) => one === query.get('kind')) ?? null
  const { typed, from, before, problems } = readDaySpan(query, timeZone)
  const after = query.get('after')
  return {
    typed: { ...typed, person, kind: kind ?? '' },
    filter: { person, kind, from, before, after: isUuid(after) ? after : '' },
    problems,
  }
}
