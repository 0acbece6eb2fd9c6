/** A group session for a calendar: for everybody in its programme. */
import type { APIRoute } from 'astro'
import { findGroupSession } from '#db/group-sessions.ts'
import { icsOf } from '#domain/calendar/ics.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { notFound, requirePerson } from '../_page.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const id = context.params['id'] ?? ''
  const programmes = person.roles.map(({ programme }) => programme).filter(Boolean)
  const session = isUuid(id) ? await findGroupSession(id, programmes) : null
  if (!session) return notFound()
  const text = icsOf({
    id: session.id,
    start: session.startsAt,
    minutes: 90,
    title: session.title,
    place: session.place,
    cancelled: session.cancelledAt !== null,
    stamp: context.locals.now,
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="group-session.ics"',
    },
  })
}
