/** The day on which the own sign-off ends, for a calendar. */
import type { APIRoute } from 'astro'
import { listSignOffs } from '#db/sign-offs.ts'
import { mentorsUnder } from '#domain/reviews/rhythm.ts'
import { calendarFile } from '#web/calendar-file.ts'
import { notFound } from '#web/answers.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const signOffs = await listSignOffs(person.id)
  const signOff = mentorsUnder(signOffs)
  if (!signOff?.expiresOn) return notFound()
  const { words } = context.locals
  // A renewed sign-off moves the date of the first one instead of standing beside it.
  return calendarFile(context, 'renewal.ics', {
    id: signOffs.at(-1)?.id ?? signOff.id,
    start: signOff.expiresOn,
    title: words.mentor.renewalEvent,
    text: words.mentor.renewalText,
    sequence: signOffs.length - 1,
  })
}
