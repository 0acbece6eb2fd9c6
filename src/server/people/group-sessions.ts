/** Planning group sessions, and marking who came. */
import {
  deleteAttendance,
  findGroupSession,
  guardGroupSession,
  guardSessionOf,
  guardSessionStands,
  insertAttendance,
  insertGroupSession,
  updateGroupSession,
  type GroupSessionFacts,
  type GroupSessionRow,
} from '#db/group-sessions.ts'
import { GuardFailed, isTaken, write } from '#db/client.ts'
import { guardTrainee } from '#db/trainees.ts'
import { isDay } from '#domain/calendar/days.ts'
import { instantsOf, wallTimeAt } from '#domain/calendar/wall-clock.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { audited } from '#server/trail/audited.ts'

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
  if (!title) problems.push('title-missing')
  if (title.length > 200 || place.length > 500) problems.push('too-long')
  const time = form.time.trim().padStart(5, '0')
  const minutes = Number(form.minutes?.trim() || USUAL_MINUTES)
  const hasDay = form.day >= '2000' && isDay(form.day)
  const isTime = instantsOf({ day: '2000-01-01', time }, 'UTC') !== null
  if (!hasDay) problems.push('day-malformed')
  if (!isTime) problems.push('time-malformed')
  const instants = hasDay && isTime ? (instantsOf({ day: form.day, time }, timeZone) ?? []) : null
  if (instants?.length === 0) problems.push('time-skipped')
  const startsAt =
    instants?.length === 2
      ? instants.find((instant) => String(instant) === form.which)
      : instants?.[0]
  const choice = instants?.length === 2 ? { choice: instants } : {}
  if (choice.choice && startsAt === undefined) problems.push('time-twice')
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 720) problems.push('minutes-malformed')
  if (!place) problems.push('place-missing')
  if (problems.length || startsAt === undefined) return { problems, read: null, ...choice }
  return { problems, read: { title, place, startsAt, minutes }, ...choice }
}

export type GroupSessionOutcome = NotAllowed | { readonly kind: 'saved' }
const saved = { kind: 'saved' } as const

/** Nothing is saved of a form that cannot be meant. */
export type RefusedGroupSession = { readonly kind: 'refused' } & Omit<ReadGroupSession, 'read'>

/** The same form sent twice plans it once. */
export async function planGroupSession(
  by: Person,
  programme: string,
  id: string,
  form: GroupSessionForm,
  now: number,
): Promise<GroupSessionOutcome | RefusedGroupSession> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const { read, ...found } = readGroupSession(form, timeZoneOf(programme))
  if (!read) return { kind: 'refused', ...found }
  try {
    await write([
      insertGroupSession({ id, programme, ...read, createdBy: by.id }),
      audited(now, by.id, 'group-session-planned', id, programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'group_sessions')) throw error
  }
  return saved
}

/** Each raises the number that calendars compare (`SEQUENCE`). */
export const SESSION_CHANGES = [
  'group-session-changed',
  'group-session-cancelled',
  'group-session-held',
] as const

/**
 * @param was what the form showed: where somebody else has changed it since, nothing is saved before that was seen;
 * null for a form that does not say
 */
export async function changeGroupSession(
  by: Person,
  session: GroupSessionRow,
  { form, was }: { readonly form: GroupSessionForm; readonly was: GroupSessionFacts | null },
  now: number,
): Promise<GroupSessionOutcome | RefusedGroupSession | { readonly kind: 'meanwhile' }> {
  if (!mayDecideIn(by, session.programme)) return NOT_ALLOWED
  const { read, ...found } = readGroupSession(form, timeZoneOf(session.programme))
  if (!read) return { kind: 'refused', ...found }
  try {
    await write([
      guardGroupSession(session.id, was ? [was, read] : [read]),
      updateGroupSession(session.id, read),
      audited(now, by.id, 'group-session-changed', session.id, session.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    throw error
  }
  return saved
}

/** Done once, whoever asks again. @param cancelled false takes the cancelling back */
export async function cancelGroupSession(
  by: Person,
  { id, programme }: Pick<GroupSessionRow, 'id' | 'programme'>,
  cancelled: boolean,
  now: number,
): Promise<GroupSessionOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const act = cancelled ? 'group-session-cancelled' : 'group-session-held'
  try {
    await write([
      guardSessionStands(id, programme, !cancelled),
      updateGroupSession(id, { cancelledAt: cancelled ? now : null }),
      audited(now, by.id, act, id, programme),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    // So already, or not of this programme.
    return (await findGroupSession(id, [programme])) ? saved : NOT_ALLOWED
  }
  return saved
}

export interface Marks {
  /** Who stood on the page. */
  readonly shown: readonly string[]
  /** Who was ticked when the form was opened, and who is ticked in it now. */
  readonly was: ReadonlySet<string>
  readonly came: ReadonlySet<string>
}

/** Only what was ticked or unticked here is written: what others marked meanwhile stays. Nobody of elsewhere is marked. */
export async function markAttendance(
  by: Person,
  { id: session, programme }: Pick<GroupSessionRow, 'id' | 'programme'>,
  { shown, was, came }: Marks,
  now: number,
): Promise<GroupSessionOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const changed = shown.filter((id) => was.has(id) !== came.has(id))
  const marked = { groupSession: session, markedBy: by.id, markedAt: now }
  try {
    await write([
      guardSessionOf(session, programme),
      ...changed.flatMap((person) => [
        guardTrainee(person, programme),
        came.has(person)
          ? insertAttendance({ ...marked, person })
          : deleteAttendance(session, person),
        audited(
          now,
          by.id,
          came.has(person) ? 'attendance-marked' : 'attendance-taken-back',
          person,
          programme,
        ),
      ]),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return NOT_ALLOWED
    throw error
  }
  return saved
}
