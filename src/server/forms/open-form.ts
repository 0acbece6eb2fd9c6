/** A form that others could send too is opened: it is written down, and who else has it open is said. */
import { write } from '#db/client.ts'
import { noteOpenForm, othersWriting, type OpenForm } from '#db/open-forms.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

/**
 * To who may not send it, nothing is said, and nothing is written.
 * @param programme whose coordinators may
 * @param about id of what the form is about
 * @param isSent whether this person has just sent it: then they are not said to be writing
 */
export async function openForm(
  by: Person,
  programme: string,
  about: string,
  now: number,
  isSent = false,
): Promise<OpenForm[]> {
  if (!mayDecideIn(by, programme)) return []
  const [others] = await Promise.all([
    othersWriting(about, by.id, now),
    isSent ? [] : write(noteOpenForm(about, by.id, now)),
  ])
  return others
}
