/** Planning group sessions, and marking who came. */
import {
  deleteAttendance,
  insertAttendance,
  insertGroupSession,
  updateGroupSession,
  type GroupSessionRow,
} from '#db/group-sessions.ts'
import { write, isTaken } from '#db/client.ts'
import { isDay } from '#domain/calendar/days.ts'
import { instantsOf, wallTimeAt } from '#domain/calendar/wall-clock.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/access/audited.ts'

export interface GroupSessionForm {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM`, as the programme's clocks say it */
  readonly time: string
  /** Where the clocks say that time twice: the moment that is meant, in milliseconds since 1970; else ''. */
  readonly which: string
  readonly place: string
}

export type GroupSessionProblem =
  | 'title-missing'
  | 'place-missing'
  | 'day-malformed'
  | 'time-malformed'
  | 'time-skipped'
  | 'time-twice'
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
  readonly title: string
  readonly place: string
  readonly startsAt: number
}

/** @param timeZone the programme's, an IANA name */
export function readGroupSession(
  form: GroupSessionForm,
  timeZone: string,
): {
  readonly problems: readonly GroupSessionProblem[]
  readonly read: ReadGroupSession | null
  /** The two moments of a time that the clocks say twice. */
  readonly choice?: readonly number[]
} {
  const problems: GroupSessionProblem[] = []
  const [title, place] = [form.title.trim(), form.place.trim()]
  if (!title) problems.push('title-missing')
  if (title.length > 200 || place.length > 500) problems.push('too-long')
  const time = form.time.trim().padStart(5, '0')
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
  if (!place) problems.push('place-missing')
  if (problems.length || startsAt === undefined) return { problems, read: null, ...choice }
  return { problems, read: { title, place, startsAt }, ...choice }
}

/** The same form sent twice plans it once. */
export async function planGroupSession(
  by: Person,
  programme: string,
  id: string,
  read: ReadGroupSession,
  now: number,
): Promise<void> {
  try {
    await write([
      insertGroupSession({ id, programme, ...read, createdBy: by.id }),
      audited(now, by.id, 'group-session-planned', id, programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'group_sessions')) throw error
  }
}

/** Each raises the number that calendars compare (`SEQUENCE`). */
export const SESSION_CHANGES = [
  'group-session-changed',
  'group-session-cancelled',
  'group-session-held',
] as const

export const changeGroupSession = async (
  by: Person,
  session: GroupSessionRow,
  read: ReadGroupSession,
  now: number,
): Promise<void> => {
  await write([
    updateGroupSession(session.id, read),
    audited(now, by.id, 'group-session-changed', session.id, session.programme),
  ])
}

/** @param cancelled false takes the cancelling back */
export const cancelGroupSession = async (
  by: Person,
  session: GroupSessionRow,
  cancelled: boolean,
  now: number,
): Promise<void> => {
  await write([
    updateGroupSession(session.id, { cancelledAt: cancelled ? now : null }),
    audited(
      now,
      by.id,
      cancelled ? 'group-session-cancelled' : 'group-session-held',
      session.id,
      session.programme,
    ),
  ])
}

/** @param shown who stood on the page @param came who was ticked; only the difference is written */
export async function markAttendance(
  by: Person,
  session: GroupSessionRow,
  shown: readonly { readonly id: string; readonly came: boolean }[],
  came: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const changed = shown.filter((one) => one.came !== came.has(one.id))
  await write(
    changed.flatMap(({ id }) => [
      came.has(id)
        ? insertAttendance({ groupSession: session.id, person: id, markedBy: by.id, markedAt: now })
        : deleteAttendance(session.id, id),
      audited(
        now,
        by.id,
        came.has(id) ? 'attendance-marked' : 'attendance-taken-back',
        id,
        session.programme,
      ),
    ]),
  )
}
