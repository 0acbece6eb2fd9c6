/** What a page says to its script about a device of one's own; see offline/this-device.ts. */
import { releaseWith } from '#server/show/learn/saved.ts'
import { isTrainee } from './enter.ts'

/**
 * Whose page it is, the release, the language; undefined for visitors, for staff, and at a computer that others use. A session
 * that a code of staff opened has keys of its own (server/forms/device-pair.ts), so the device asks anew what it is to know.
 */
export function deviceOf({
  person,
  signedIn,
  course,
  programme,
  language,
}: Pick<App.Locals, 'person' | 'signedIn' | 'course' | 'programme' | 'language'>):
  string | undefined {
  if (!person || !signedIn || signedIn.shared || !isTrainee(person)) return undefined
  const { heldUntil } = signedIn
  const held = heldUntil === null ? '' : `.${heldUntil}`
  return `${person.id} ${releaseWith(course, programme)}${held} ${language}`
}
