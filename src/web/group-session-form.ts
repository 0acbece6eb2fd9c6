/** The form of a group session. */
import type { Words } from '#i18n/words.ts'
import {
  USUAL_MINUTES,
  type GroupSessionForm,
  type GroupSessionProblem,
} from '#server/people/group-sessions.ts'
import type { GroupSessionFacts } from '#db/group-sessions.ts'
import { line, several, text, typedIn, uuid } from './typed.ts'

const FIELDS = {
  id: uuid,
  do: text,
  title: text,
  day: line,
  time: line,
  which: text,
  minutes: line,
  place: text,
}
/** What the form showed when it was opened; and who was shown and ticked on the list of who came. */
const SHOWN = {
  'was-title': several,
  'was-starts': text,
  'was-minutes': text,
  'was-place': text,
  was: several,
  came: several,
}

export interface TypedGroupSession {
  /** '' where there is none. */
  readonly id: string
  readonly act: string
  readonly session: GroupSessionForm
  /** What the form showed when it was opened, hidden in it; null where it does not say. */
  readonly shown: GroupSessionFacts | null
  readonly was: readonly string[]
  readonly came: readonly string[]
}

export function typedGroupSession(post: App.Locals['post']): TypedGroupSession {
  const { id, do: act, ...session } = typedIn(post, FIELDS).values
  const { was, came, ...opened } = typedIn(post, SHOWN).values
  return { id, act, session, shown: factsIn(opened), was, came }
}

function factsIn(opened: {
  readonly 'was-title': readonly string[]
  readonly 'was-starts': string
  readonly 'was-minutes': string
  readonly 'was-place': string
}): GroupSessionFacts | null {
  const [title] = opened['was-title']
  const startsAt = Number(opened['was-starts'])
  const minutes = Number(opened['was-minutes'] || USUAL_MINUTES)
  if (title === undefined || ![startsAt, minutes].every(Number.isSafeInteger)) return null
  return { title, place: opened['was-place'], startsAt, minutes }
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
    'minutes-malformed': 'minutes',
    'too-long': 'title',
  } as const
  return Object.fromEntries(found.map((one) => [FIELDS[one], words.people.groups.problems[one]]))
}
