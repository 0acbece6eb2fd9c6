/** The day on which the own sign-off ends, for a calendar. */
import type { APIRoute } from 'astro'
import { showRenewal } from '#server/show/learn/renewal.ts'
import { calendarFile } from '#web/calendar-file.ts'
import { notFound } from '#web/answers.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const renewal = await showRenewal(person, context.locals.now)
  if (!renewal) return notFound()
  const { words } = context.locals
  return calendarFile(context, 'renewal.ics', {
    id: renewal.first,
    start: renewal.endsOn,
    title: words.mentor.renewalEvent,
    text: words.mentor.renewalText,
    sequence: renewal.renewed,
  })
}
