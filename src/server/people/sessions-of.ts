/** The group sessions of a trainee: what they signed up for, what else they can come to, and what they came to. */
import {
  attendedSessionsQuery,
  openSessionsQuery,
  type AfterSession,
  type GroupSessionRow,
  type OpenSession,
} from '#db/group-sessions.ts'
import { mySessionsQuery, type MySession } from '#db/sign-ups.ts'
import {
  freePlaces,
  inLine,
  noticeOf,
  STILL_SHOWN,
  type InLine,
  type SessionNotice,
} from '#domain/people/group-session.ts'

export interface OwnSession extends GroupSessionRow {
  readonly inLine: InLine
}
export interface ToldSession extends OwnSession {
  readonly notice: SessionNotice
}
export interface FreeSession extends GroupSessionRow {
  /** How many places are free; null for as many as come. */
  readonly free: number | null
  /** How many wait. */
  readonly waiting: number
}

export interface SessionsOf {
  /** What they have not been told yet, soonest first. */
  readonly news: readonly ToldSession[]
  /** What they signed up for, soonest first. */
  readonly mine: readonly OwnSession[]
  /** Others that they may come to, one that began just now too. */
  readonly coming: readonly FreeSession[]
  /** Newest first. */
  readonly attended: readonly GroupSessionRow[]
}

const HOME_SESSIONS = 4

/** For pages that read more in the same statement. @param after where the list of others goes on @param limit of others */
export const sessionsQueries = (
  person: string,
  programme: string,
  now: number,
  after: AfterSession = { startsAt: now - STILL_SHOWN, id: '' },
  limit = HOME_SESSIONS,
) => ({
  signedUp: mySessionsQuery(person, programme, now - STILL_SHOWN),
  coming: openSessionsQuery(person, programme, after, limit),
  attended: attendedSessionsQuery(person, programme, now),
})

export function sessionsFrom({
  signedUp,
  coming,
  attended,
}: {
  readonly signedUp: readonly MySession[]
  readonly coming: readonly OpenSession[]
  readonly attended: readonly GroupSessionRow[]
}): SessionsOf {
  const all = signedUp.map((one) => ({
    ...one,
    inLine: inLine(one.places, one.ahead),
    notice: noticeOf(one),
  }))
  return {
    news: all.flatMap(({ notice, ...one }) => (notice ? [{ ...one, notice }] : [])),
    mine: all.filter(({ endedAt }) => endedAt === null),
    coming: coming.map(({ signedUp: taken, ...one }) => ({
      ...one,
      free: freePlaces(one.places, taken),
      waiting: one.places === null ? 0 : Math.max(0, taken - one.places),
    })),
    attended,
  }
}
