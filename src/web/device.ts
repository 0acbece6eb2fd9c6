/** What a page says to its script about a device of one's own; see offline/this-device.ts. */
import { releaseWith } from '#server/show/learn/saved.ts'
import { isTrainee } from './enter.ts'

/** Whose page it is, the release, the language; undefined for visitors, for staff, and at a computer that others use. */
export function deviceOf({
  person,
  signedIn,
  course,
  programme,
  language,
}: Pick<App.Locals, 'person' | 'signedIn' | 'course' | 'programme' | 'language'>):
  string | undefined {
  if (!person || !signedIn || signedIn.shared || !isTrainee(person)) return undefined
  return `${person.id} ${releaseWith(course, programme)} ${language}`
}
