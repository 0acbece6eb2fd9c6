/** Somebody's own dates, read again and again by their calendar, which has nothing to sign in with: the address is the key. */
import { createHash } from 'node:crypto'
import type { APIRoute } from 'astro'
import { icsFeedOf } from '#domain/calendar/ics.ts'
import { wordsFor } from '#i18n/words.ts'
import { readCalendarFeed } from '#server/people/calendar-feed.ts'
import { loadProgramme } from '#server/course/load-course.ts'
import { ownDates } from '#server/show/calendar.ts'
import { settings } from '#settings.ts'
import { notFound } from '#web/answers.ts'

export const GET: APIRoute = async ({ params, request, locals }) => {
  const person = await readCalendarFeed(params['secret'] ?? '', locals.now)
  if (!person) return notFound()
  const { language } = person
  const programme = person.roles.find((role) => role.programme)?.programme
  const t = wordsFor(language, loadProgramme(programme ?? settings().defaultProgramme, language))
  const words = {
    review: t.reviews.calendarTitle,
    renewal: t.mentor.renewalEvent,
    renewalText: t.mentor.renewalText,
    waiting: t.calendar.waiting,
  }
  // No programme's name: it may tell an illness to whoever sees the calendar.
  const file = icsFeedOf('Alongside', await ownDates(person, words, locals.now))
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' }
  const known = request.headers.get('if-none-match') ?? ''
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return new Response(file, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' },
  })
}
