import type { Locale } from '#domain/programme/locale.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { DAY_AND_TIME } from '#view/days.ts'

/** When a group session begins, as the clocks of its programme say it, with the zone's short name. */
export const startInWords = (
  session: { readonly startsAt: number; readonly programme: string },
  { tag }: Locale,
): string =>
  new Intl.DateTimeFormat(tag, {
    ...DAY_AND_TIME,
    timeZone: timeZoneOf(session.programme),
    timeZoneName: 'short',
  }).format(session.startsAt)
