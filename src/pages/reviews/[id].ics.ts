/** The day of the next support review for a calendar: for the mentor, and for their coordinators. */
import type { APIRoute } from 'astro'
import { findReview } from '#db/reviews.ts'
import { findTrainee } from '#db/trainees.ts'
import { icsOf } from '#domain/calendar/ics.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { programmesAs } from '#domain/people/person.ts'
import { notFound, requirePerson } from '../_page.ts'

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
  // No name: calendars are shared more widely than anybody thinks.
  const text = icsOf({
    id: `review-${review.id}`,
    start: review.nextOn,
    title: context.locals.words.reviews.calendarTitle,
    stamp: context.locals.now,
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="support-review.ics"',
    },
  })
}
