/** The day on which the own sign-off ends, for a calendar. */
import type { APIRoute } from 'astro'
import { listSignOffs } from '#db/sign-offs.ts'
import { icsOf } from '#domain/calendar/ics.ts'
import { notFound, requirePerson } from '../_page.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const [signOff] = await listSignOffs(person.id)
  if (signOff?.decision !== 'ready' || signOff.withdrawnAt !== null || !signOff.expiresOn)
    return notFound()
  const { words, now } = context.locals
  const text = icsOf({
    id: signOff.id,
    start: signOff.expiresOn,
    title: words.mentor.renewalEvent,
    text: words.mentor.renewalText,
    stamp: now,
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="renewal.ics"',
    },
  })
}
