/** A group session for a calendar: for everybody in its programme. */
import type { APIRoute } from 'astro'
import { countAudit } from '#db/audit.ts'
import { findGroupSession } from '#db/group-sessions.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { SESSION_CHANGES } from '#server/people/group-sessions.ts'
import { calendarFile } from '#web/calendar-file.ts'
import { notFound } from '#web/answers.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const id = context.params['id'] ?? ''
  const programmes = person.roles.map(({ programme }) => programme).filter(Boolean)
  const session = isUuid(id) ? await findGroupSession(id, programmes) : null
  if (!session) return notFound()
  return calendarFile(context, 'group-session.ics', {
    id: session.id,
    start: session.startsAt,
    minutes: 90,
    title: session.title,
    place: session.place,
    cancelled: session.cancelledAt !== null,
    sequence: await countAudit(session.id, SESSION_CHANGES),
  })
}
