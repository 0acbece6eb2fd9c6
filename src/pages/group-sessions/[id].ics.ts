/** A group session for a calendar. */
import type { APIRoute } from 'astro'
import { showSessionDate } from '#server/show/learn/session-date.ts'
import { calendarFile } from '#web/calendar-file.ts'
import { notFound } from '#web/answers.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const session = await showSessionDate(person, context.params['id'] ?? '')
  if (!session) return notFound()
  return calendarFile(context, 'group-session.ics', {
    id: session.id,
    start: session.startsAt,
    minutes: session.minutes,
    title: session.title,
    place: session.place,
    cancelled: session.cancelledAt !== null,
    sequence: session.changes,
  })
}
