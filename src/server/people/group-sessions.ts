/** Planning group sessions, changing them, and calling them off. */
import {
  findGroupSession,
  followingSessions,
  guardGroupSession,
  guardSessionStands,
  insertGroupSession,
  updateGroupSession,
  type GroupSessionFacts,
  type GroupSessionRow,
} from '#db/group-sessions.ts'
import { GuardFailed, isTaken, read as readNow, write } from '#db/client.ts'
import { listCohorts } from '#db/cohorts.ts'
import { guardAllFit, linesQuery } from '#db/sign-ups.ts'
import { daysBetween, momentOn } from '#domain/calendar/repeats.ts'
import { isDay, plusDays } from '#domain/calendar/days.ts'
import { wallTimeAt } from '#domain/calendar/wall-clock.ts'
import { losing } from '#domain/people/group-session.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import {
  readGroupSession,
  readRepeat,
  type GroupSessionForm,
  type ReadGroupSession,
} from './read-group-session.ts'

export type GroupSessionOutcome = NotAllowed | { readonly kind: 'saved' }
const saved = { kind: 'saved' } as const

/** Nothing is saved of a form that cannot be meant. */
export type RefusedGroupSession = { readonly kind: 'refused' } & Omit<ReadGroupSession, 'read'>

/** The same form sent twice plans it once. One that comes again is planned whole: each time is a session of its own. */
export async function planGroupSession(
  by: Person,
  programme: string,
  id: string,
  form: GroupSessionForm,
  now: number,
): Promise<GroupSessionOutcome | RefusedGroupSession> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const timeZone = timeZoneOf(programme)
  const { read, ...found } = await readHere(form, programme)
  if (!read) return { kind: 'refused', ...found }
  const repeat = readRepeat(form, read.startsAt, timeZone)
  if (repeat.kind === 'refused') return { ...found, kind: 'refused', problems: [repeat.problem] }
  const series = repeat.starts.length ? id : null
  const all = [read.startsAt, ...repeat.starts].map((startsAt, n) => ({
    ...read,
    startsAt,
    id: n === 0 ? id : newId(now),
  }))
  try {
    await write(
      all.flatMap((one) => [
        insertGroupSession({ ...one, programme, series, createdBy: by.id }),
        audited(now, by.id, 'group-session-planned', one.id, programme),
      ]),
    )
  } catch (error) {
    if (!isTaken(error, 'group_sessions')) throw error
  }
  return saved
}

/** For a cohort of the programme, or for everybody. */
async function readHere(form: GroupSessionForm, programme: string): Promise<ReadGroupSession> {
  const found = readGroupSession(form, timeZoneOf(programme))
  const cohort = found.read?.cohort ?? null
  if (cohort === null || (await listCohorts([programme])).some(({ id }) => id === cohort))
    return found
  return { ...found, problems: ['cohort-unknown'], read: null }
}

/** Each raises the number that calendars compare (`SEQUENCE`). */
export const SESSION_CHANGES = [
  'group-session-changed',
  'group-session-cancelled',
  'group-session-held',
] as const

/** Of one that comes again: this one alone, or those after it too. */
export type Scope = 'one' | 'following'

export interface Loses {
  readonly startsAt: number
  /** In the order of signing up. */
  readonly names: readonly string[]
}

export interface SessionChange {
  readonly form: GroupSessionForm
  /**
   * What the form showed: where somebody else has changed it since, nothing is saved before that was seen;
   * null for a form that does not say
   */
  readonly was: GroupSessionFacts | null
  readonly scope?: Scope
  /** That some who have a place will wait was seen, and is meant. */
  readonly confirmed?: boolean
}

/** Of the later ones only what was changed in the form is changed, so that what was said of one of them stays. */
export async function changeGroupSession(
  by: Person,
  session: GroupSessionRow,
  { form, was, scope = 'one', confirmed = false }: SessionChange,
  now: number,
): Promise<
  | GroupSessionOutcome
  | RefusedGroupSession
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'loses'; readonly loses: readonly Loses[] }
> {
  if (!mayDecideIn(by, session.programme)) return NOT_ALLOWED
  const { read, ...found } = await readHere(form, session.programme)
  if (!read) return { kind: 'refused', ...found }
  const known = was ? [was, read] : [read]
  const later = scope === 'following' ? await followingSessions(session) : []
  const changes = [
    { row: session, known, set: read },
    ...later.map((row) => ({ row, known: [row], set: carriedOver(session, read, row) })),
  ]
  const lowered = changes.filter(({ row, set }) => isFewer(row.places, set.places))
  if (!confirmed) {
    const loses = await whoLoses(lowered)
    if (loses.length) return { kind: 'loses', loses }
  }
  try {
    await write([
      ...(confirmed
        ? []
        : lowered.flatMap(({ row, set }) =>
            // Who waits already loses nothing.
            set.places === null || row.places !== null ? [] : [guardAllFit(row.id, set.places)],
          )),
      ...changes.flatMap(({ row, known: as, set }) => [
        guardGroupSession(row.id, as),
        updateGroupSession(row.id, { ...set, ...(isNews(row, set) ? { changedAt: now } : {}) }),
        audited(now, by.id, 'group-session-changed', row.id, row.programme),
      ]),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    throw error
  }
  return saved
}

const isFewer = (was: number | null, is: number | null): boolean =>
  is !== null && (was === null || is < was)

/** What whoever signed up is told of. */
const isNews = (row: GroupSessionFacts, set: GroupSessionFacts): boolean =>
  (['title', 'startsAt', 'minutes', 'place'] as const).some((field) => row[field] !== set[field])

async function whoLoses(
  lowered: readonly { readonly row: GroupSessionRow; readonly set: GroupSessionFacts }[],
): Promise<readonly Loses[]> {
  if (lowered.length === 0) return []
  const lines = await readNow(linesQuery(lowered.map(({ row }) => row.id)))
  return lowered.flatMap(({ row, set }) => {
    const line = lines.flatMap(({ session, name }) => (session === row.id ? [name] : []))
    const names = losing(line, row.places, set.places)
    return names.length ? [{ startsAt: set.startsAt, names }] : []
  })
}

/** A later one, with what was changed of this one: as many days later or sooner, at the time that the form says. */
function carriedOver(
  session: GroupSessionRow,
  read: GroupSessionFacts,
  row: GroupSessionRow,
): GroupSessionFacts {
  const set = Object.fromEntries(
    (['title', 'minutes', 'place', 'kind', 'cohort', 'places'] as const).flatMap((field) =>
      read[field] === session[field] ? [] : [[field, read[field]]],
    ),
  ) as Partial<GroupSessionFacts>
  const { title, minutes, place, kind, cohort, places } = row
  const facts = { title, minutes, place, kind, cohort, places, startsAt: row.startsAt, ...set }
  if (read.startsAt === session.startsAt) return facts
  const timeZone = timeZoneOf(session.programme)
  const [from, to, own] = [session.startsAt, read.startsAt, row.startsAt].map((at) =>
    wallTimeAt(at, timeZone),
  )
  if (!from || !to || !own || !isDay(from.day) || !isDay(to.day) || !isDay(own.day)) return facts
  const day = plusDays(own.day, daysBetween(from.day, to.day))
  const time = from.time === to.time ? own.time : to.time
  return { ...facts, startsAt: momentOn({ day, time }, timeZone) ?? row.startsAt }
}

/** Done once, whoever asks again. @param cancelled false takes the cancelling back */
export async function cancelGroupSession(
  by: Person,
  session: Pick<GroupSessionRow, 'id' | 'programme'>,
  cancelled: boolean,
  now: number,
  scope: Scope = 'one',
): Promise<GroupSessionOutcome> {
  const { programme } = session
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const found = await findGroupSession(session.id, [programme])
  if (!found) return NOT_ALLOWED
  const later = scope === 'following' ? await followingSessions(found) : []
  const these = [found, ...later].filter(({ cancelledAt }) => (cancelledAt !== null) !== cancelled)
  const act = cancelled ? 'group-session-cancelled' : 'group-session-held'
  try {
    await write(
      these.flatMap(({ id }) => [
        guardSessionStands(id, programme, !cancelled),
        updateGroupSession(id, { cancelledAt: cancelled ? now : null, changedAt: now }),
        audited(now, by.id, act, id, programme),
      ]),
    )
  } catch (error) {
    // So already.
    if (!(error instanceof GuardFailed)) throw error
  }
  return saved
}
