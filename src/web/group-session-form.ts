/** The form of a group session. */
import type { Words } from '#i18n/words.ts'
import { one, type Form } from '#server/forms/read-form.ts'
import type { GroupSessionForm, GroupSessionProblem } from '#server/people/group-sessions.ts'
import type { GroupSessionFacts } from '#db/group-sessions.ts'

export const typedGroupSession = (form: Form): GroupSessionForm => ({
  title: one(form, 'title'),
  day: one(form, 'day').trim(),
  time: one(form, 'time').trim(),
  which: one(form, 'which'),
  place: one(form, 'place'),
})

/** What the form showed when it was opened, hidden in it; null where it does not say. */
export function shownGroupSession(form: Form): GroupSessionFacts | null {
  const startsAt = Number(one(form, 'was-starts'))
  if (!form.has('was-title') || !Number.isSafeInteger(startsAt)) return null
  return { title: one(form, 'was-title'), place: one(form, 'was-place'), startsAt }
}

/** By field. */
export function groupSessionProblems(
  found: readonly GroupSessionProblem[],
  words: Words,
): Record<string, string> {
  const FIELDS = {
    'title-missing': 'title',
    'place-missing': 'place',
    'day-malformed': 'day',
    'time-malformed': 'time',
    'time-skipped': 'time',
    'time-twice': 'which',
    'too-long': 'title',
  } as const
  return Object.fromEntries(found.map((one) => [FIELDS[one], words.people.groups.problems[one]]))
}
