/** What the form of a group session says. */
import type { GroupSessionFacts } from '#db/group-sessions.ts'
import { isDay } from '#domain/calendar/days.ts'
import {
  MOST_REPEATED,
  REPEATS,
  repeatedDays,
  momentOn,
  type Repeat,
} from '#domain/calendar/repeats.ts'
import { instantsOf, wallTimeAt } from '#domain/calendar/wall-clock.ts'
import { MOST_PLACES, SESSION_KINDS } from '#domain/people/group-session.ts'

/** Where nobody says otherwise. */
export const USUAL_MINUTES = 90

export interface GroupSessionForm {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM`, as the programme's clocks say it */
  readonly time: string
  /** Where the clocks say that time twice: the moment that is meant, in milliseconds since 1970; else ''. */
  readonly which: string
  /** How long it takes, in minutes; '' or left out for 90. */
  readonly minutes?: string
  readonly place: string
  /** '' or left out for training. */
  readonly kind?: string
  /** Id of the cohort that it is for; '' or left out for everybody in the programme. */
  readonly cohort?: string
  /** How many can come; '' or left out for as many as come. */
  readonly places?: string
  /** How it comes again; '' or left out for once. */
  readonly repeat?: string
  /** How often in all, or until which day. */
  readonly times?: string
  readonly until?: string
}

export type GroupSessionProblem =
  | 'title-missing'
  | 'place-missing'
  | 'day-malformed'
  | 'time-malformed'
  | 'time-skipped'
  | 'time-twice'
  | 'minutes-malformed'
  | 'too-long'
  | 'kind-unknown'
  | 'cohort-unknown'
  | 'places-malformed'
  | 'repeat-unknown'
  | 'repeat-end-missing'
  | 'times-malformed'
  | 'until-malformed'
  | 'until-before'
  | 'too-many'

/** The same words as a planned session would be typed in. */
export const typedStart = (
  startsAt: number,
  timeZone: string,
): Pick<GroupSessionForm, 'day' | 'time' | 'which'> => ({
  ...wallTimeAt(startsAt, timeZone),
  which: String(startsAt),
})

export interface ReadGroupSession {
  readonly problems: readonly GroupSessionProblem[]
  readonly read: GroupSessionFacts | null
  /** The two moments of a time that the clocks say twice. */
  readonly choice?: readonly number[]
}

/** @param timeZone the programme's, an IANA name */
export function readGroupSession(form: GroupSessionForm, timeZone: string): ReadGroupSession {
  const problems: GroupSessionProblem[] = []
  const [title, place] = [form.title.trim(), form.place.trim()]
  const kind = SESSION_KINDS.find((one) => one === (form.kind || 'training'))
  if (!kind) problems.push('kind-unknown')
  if (!title) problems.push('title-missing')
  if (title.length > 200 || place.length > 500) problems.push('too-long')
  const { startsAt, choice, ...start } = readStart(form, timeZone)
  problems.push(...start.problems)
  const minutes = Number(form.minutes?.trim() || USUAL_MINUTES)
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 720) problems.push('minutes-malformed')
  if (!place) problems.push('place-missing')
  const typedPlaces = form.places?.trim() ?? ''
  const places = typedPlaces === '' ? null : Number(typedPlaces)
  if (places !== null && !(/^\d{1,4}$/.test(typedPlaces) && places >= 1 && places <= MOST_PLACES))
    problems.push('places-malformed')
  const cohort = form.cohort?.trim() || null
  const found = { problems, ...(choice ? { choice } : {}) }
  if (problems.length || startsAt === undefined || !kind) return { ...found, read: null }
  return { ...found, read: { title, place, startsAt, minutes, kind, cohort, places } }
}

function readStart(
  form: GroupSessionForm,
  timeZone: string,
): {
  readonly problems: readonly GroupSessionProblem[]
  readonly startsAt?: number | undefined
  readonly choice?: readonly number[]
} {
  const problems: GroupSessionProblem[] = []
  const time = asTime(form.time)
  const hasDay = form.day >= '2000' && isDay(form.day)
  const isTime = instantsOf({ day: '2000-01-01', time }, 'UTC') !== null
  if (!hasDay) problems.push('day-malformed')
  if (!isTime) problems.push('time-malformed')
  const instants = hasDay && isTime ? (instantsOf({ day: form.day, time }, timeZone) ?? []) : null
  if (instants?.length === 0) problems.push('time-skipped')
  if (instants?.length !== 2) return { problems, startsAt: instants?.[0] }
  const startsAt = instants.find((instant) => String(instant) === form.which)
  if (startsAt === undefined) problems.push('time-twice')
  return { problems, startsAt, choice: instants }
}

const asTime = (typed: string): string => typed.trim().padStart(5, '0')

export type ReadRepeat =
  | { readonly kind: 'read'; readonly starts: readonly number[] }
  | { readonly kind: 'refused'; readonly problem: GroupSessionProblem }

/**
 * When the later ones begin: at the same time by the clocks of the place, in winter and in summer.
 * @param first when the first one begins @param timeZone the programme's, an IANA name
 */
export function readRepeat(form: GroupSessionForm, first: number, timeZone: string): ReadRepeat {
  const typed = form.repeat?.trim() ?? ''
  if (!typed) return { kind: 'read', starts: [] }
  const refuse = (problem: GroupSessionProblem): ReadRepeat => ({ kind: 'refused', problem })
  const repeat: Repeat | undefined = REPEATS.find((one) => one === typed)
  if (!repeat) return refuse('repeat-unknown')
  const [times, until] = [form.times?.trim() ?? '', form.until?.trim() ?? '']
  if (!times && !until) return refuse('repeat-end-missing')
  if (times && !(/^\d{1,6}$/.test(times) && Number(times) >= 2)) return refuse('times-malformed')
  if (until && !isDay(until)) return refuse('until-malformed')
  const { day, time } = wallTimeAt(first, timeZone)
  if (!isDay(day)) return refuse('day-malformed')
  const end = {
    times: times ? Number(times) : null,
    until: until && isDay(until) ? until : null,
  }
  if (end.until !== null && end.until <= day) return refuse('until-before')
  const [, ...later] = repeatedDays(day, repeat, end)
  if (later.length + 1 > MOST_REPEATED) return refuse('too-many')
  return {
    kind: 'read',
    starts: later.flatMap((one) => momentOn({ day: one, time }, timeZone) ?? []),
  }
}
