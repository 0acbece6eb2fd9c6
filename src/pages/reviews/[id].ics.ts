/** The day of the next support review for a calendar: for the mentor, and for their coordinators. */
import type { APIRoute } from 'astro'
import { findReview, listReviews } from '#db/reviews.ts'
import { findTrainee } from '#db/trainees.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { programmesAs } from '#domain/people/person.ts'
import { calendarFile } from '#web/calendar-file.ts'
import { notFound } from '#web/answers.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const id = context.params['id'] ?? ''
  const review = isUuid(id) ? await findReview(id) : null
  if (!review) return notFound()
  const isOwn = review.person === person.id
  const coordinated = programmesAs(person, 'coordinator')
  const trainee = isOwn ? null : await findTrainee(review.person, coordinated)
  if (!isOwn && trainee?.programme !== review.programme) return notFound()
  // A review that was held earlier than planned moves the date: one event, of which the last file counts.
  const reviews = await listReviews(review.person, review.programme, 1000)
  const at = reviews.findIndex((one) => one.id === id)
  // No name: calendars are shared more widely than anybody thinks.
  return calendarFile(context, 'support-review.ics', {
    id: `review-${reviews.at(-1)?.id ?? id}`,
    start: review.nextOn,
    title: context.locals.words.reviews.calendarTitle,
    sequence: at < 0 ? 0 : reviews.length - 1 - at,
  })
}
