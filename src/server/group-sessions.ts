/** Planning group sessions, and marking who came. */
import { TZDate } from '@date-fns/tz'
import {
  deleteAttendance,
  insertAttendance,
  insertGroupSession,
  updateGroupSession,
  type GroupSessionRow,
} from '#db/group-sessions.ts'
import { write } from '#db/client.ts'
import type { Person } from '#domain/people/person.ts'
import { audited, isDouble } from './audited.ts'

export interface GroupSessionForm {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM`, as the programme's clocks say it */
  readonly time: string
  readonly place: string
}

export type GroupSessionProblem =
  'title-missing' | 'place-missing' | 'day-malformed' | 'time-malformed' | 'too-long'

/** The same words as a planned session would be typed in. */
export function typedStart(startsAt: number, timeZone: string): { day: string; time: string } {
  const date = new TZDate(startsAt, timeZone)
  const two = (n: number): string => String(n).padStart(2, '0')
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  }
}

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
} {
  const problems: GroupSessionProblem[] = []
  const [title, place] = [form.title.trim(), form.place.trim()]
  if (!title) problems.push('title-missing')
  if (!place) problems.push('place-missing')
  if (title.length > 200 || place.length > 500) problems.push('too-long')
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(form.day)
  const time = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(form.time.trim())
  const date = day ? new TZDate(Number(day[1]), Number(day[2]) - 1, Number(day[3]), timeZone) : null
  if (!day || !date || date.getDate() !== Number(day[3]) || date.getFullYear() < 2000)
    problems.push('day-malformed')
  if (!time) problems.push('time-malformed')
  if (problems.length || !date || !time) return { problems, read: null }
  date.setHours(Number(time[1]), Number(time[2]))
  return { problems, read: { title, place, startsAt: date.getTime() } }
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
    if (!isDouble(error)) throw error
  }
}

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
