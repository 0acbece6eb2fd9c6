/** A form that others could send too is opened: it is written down, and who else has it open is said. */
import { write } from '#db/client.ts'
import { noteOpenForm, othersWriting, type OpenForm } from '#db/open-forms.ts'

/**
 * @param about id of what the form is about
 * @param isSent whether this person has just sent it: then they are not said to be writing
 */
export async function openForm(
  about: string,
  person: string,
  now: number,
  isSent = false,
): Promise<OpenForm[]> {
  const [others] = await Promise.all([
    othersWriting(about, person, now),
    isSent ? [] : write(noteOpenForm(about, person, now)),
  ])
  return others
}
