/** The day of the next support review for a calendar. */
import type { APIRoute } from 'astro'
import { showReviewDate } from '#server/show/learn/review-date.ts'
import { calendarFile } from '#web/calendar-file.ts'
import { notFound } from '#web/answers.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const date = await showReviewDate(person, context.params['id'] ?? '')
  if (!date) return notFound()
  // No name: calendars are shared more widely than anybody thinks. Of one event the last file counts.
  return calendarFile(context, 'support-review.ics', {
    id: `review-${date.first}`,
    start: date.nextOn,
    title: context.locals.words.reviews.calendarTitle,
    sequence: date.before,
  })
}
