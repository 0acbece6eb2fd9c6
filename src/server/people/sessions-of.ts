/** The group sessions that a trainee can come to, and those they came to. */
import {
  attendedSessionsQuery,
  comingSessionsQuery,
  type GroupSessionRow,
} from '#db/group-sessions.ts'

const HOUR = 3_600_000

export interface SessionsOf {
  /** The next ones of the programme, one that began just now too. */
  readonly coming: readonly GroupSessionRow[]
  /** Newest first. */
  readonly attended: readonly GroupSessionRow[]
}

/** For pages that read more in the same statement. */
export const sessionsQueries = (person: string, programme: string, now: number) => ({
  coming: comingSessionsQuery(programme, now - HOUR),
  attended: attendedSessionsQuery(person, programme, now),
})
