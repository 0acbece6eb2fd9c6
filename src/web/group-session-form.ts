/** The forms of a group session. */
import type { Words } from '#i18n/words.ts'
import type { GroupSessionFacts } from '#db/group-sessions.ts'
import { MARKS, SESSION_KINDS, type Mark } from '#domain/people/group-session.ts'
import type { Scope } from '#server/people/group-sessions.ts'
import type { Marked } from '#server/people/mark-attendance.ts'
import {
  USUAL_MINUTES,
  type GroupSessionForm,
  type GroupSessionProblem,
} from '#server/people/read-group-session.ts'
import { among, line, several, text, ticked, typedIn, typedLike, uuid } from './typed.ts'

const FIELDS = {
  id: uuid,
  do: text,
  title: text,
  day: line,
  time: line,
  which: text,
  minutes: line,
  place: text,
  kind: line,
  cohort: line,
  places: line,
  repeat: line,
  times: line,
  until: line,
}
const MORE = {
  scope: among<Scope>(['one', 'following']),
  confirm: ticked,
  search: line,
  'of-cohort': line,
  add: several,
  out: uuid,
  was: several,
  came: several,
}
/** What the form showed when it was opened. */
const SHOWN = {
  'was-title': several,
  'was-starts': text,
  'was-minutes': text,
  'was-place': text,
  'was-kind': text,
  'was-cohort': text,
  'was-places': text,
}

export interface TypedGroupSession {
  /** '' where there is none. */
  readonly id: string
  readonly act: string
  readonly session: GroupSessionForm
  /** What the form showed when it was opened, hidden in it; null where it does not say. */
  readonly shown: GroupSessionFacts | null
  readonly scope: Scope
  readonly confirmed: boolean
  /** Whom to look for among the others. */
  readonly search: string
  readonly ofCohort: string
  /** Who is to be signed up, and who is to be taken out; '' for nobody. */
  readonly add: readonly string[]
  readonly out: string
  /** Who is marked, and how they were marked when the form was opened. */
  readonly marks: readonly Marked[]
}

export function typedGroupSession(post: App.Locals['post']): TypedGroupSession {
  const { id, do: act, ...session } = typedIn(post, FIELDS).values
  const {
    scope,
    confirm,
    search,
    'of-cohort': ofCohort,
    add,
    out,
    was,
    came,
  } = typedIn(post, MORE).values
  const shown = factsIn(typedIn(post, SHOWN).values)
  const marks = [...marksIn(post), ...ticksIn(was, came)]
  return {
    ...{ id, act, session, shown, scope: scope ?? 'one', confirmed: confirm },
    ...{ search, ofCohort, add, out, marks },
  }
}

const UUID_NAMED = (start: string): RegExp => new RegExp(`^${start}[0-9a-f-]{36}$`)

/** Of those who are expected: each has two radios. */
function marksIn(post: App.Locals['post']): Marked[] {
  const known = among(MARKS)
  const then = typedLike(post, UUID_NAMED('then-'), known)
  const now = typedLike(post, UUID_NAMED('mark-'), known)
  return Object.entries(then).map(([name, was]) => {
    const person = name.slice('then-'.length)
    return { person, was: was ?? 'none', is: now[`mark-${person}`] ?? was ?? 'none' }
  })
}

/** Of the others: each has a box to tick. */
const ticksIn = (was: readonly string[], came: readonly string[]): Marked[] =>
  [...new Set([...was, ...came])].map((person) => ({
    person,
    was: asCame(was.includes(person)),
    is: asCame(came.includes(person)),
  }))

const asCame = (came: boolean): Mark => (came ? 'came' : 'none')

function factsIn(opened: {
  readonly 'was-title': readonly string[]
  readonly 'was-starts': string
  readonly 'was-minutes': string
  readonly 'was-place': string
  readonly 'was-kind': string
  readonly 'was-cohort': string
  readonly 'was-places': string
}): GroupSessionFacts | null {
  const [title] = opened['was-title']
  const startsAt = Number(opened['was-starts'])
  const minutes = Number(opened['was-minutes'] || USUAL_MINUTES)
  const places = opened['was-places'] === '' ? null : Number(opened['was-places'])
  if (title === undefined || ![startsAt, minutes, places ?? 0].every(Number.isSafeInteger))
    return null
  const kind = SESSION_KINDS.find((one) => one === opened['was-kind']) ?? 'training'
  const cohort = opened['was-cohort'] || null
  return { title, place: opened['was-place'], startsAt, minutes, kind, cohort, places }
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
    'kind-unknown': 'kind',
    'cohort-unknown': 'cohort',
    'places-malformed': 'places',
    'repeat-unknown': 'repeat',
    'repeat-end-missing': 'times',
    'times-malformed': 'times',
    'until-malformed': 'until',
    'until-before': 'until',
    'too-many': 'times',
  } as const satisfies Record<GroupSessionProblem, string>
  return Object.fromEntries(found.map((one) => [FIELDS[one], words.people.groups.problems[one]]))
}
