import type { Locale } from '#domain/programme/locale.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { timeInZone } from '#view/days.ts'

/** When a group session begins, as the clocks of its programme say it, with the zone's short name. */
export const startInWords = (
  session: { readonly startsAt: number; readonly programme: string },
  locale: Locale,
): string => timeInZone(session.startsAt, timeZoneOf(session.programme), locale)
