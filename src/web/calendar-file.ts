/** The one way in which a date leaves for a calendar. */
import type { APIContext } from 'astro'
import { icsOf, type CalendarEvent } from '#domain/calendar/ics.ts'
import { settings } from '#settings.ts'

/** @param file its name, without a person's */
export const calendarFile = (
  { locals }: APIContext,
  file: string,
  event: Omit<CalendarEvent, 'stamp'>,
): Response =>
  new Response(
    icsOf({
      ...event,
      stamp: locals.now,
      // Never a programme's address: it may tell an illness to whoever sees the calendar.
      organiser: `no-reply@${new URL(settings().origin).hostname}`,
    }),
    {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${file}"`,
      },
    },
  )
