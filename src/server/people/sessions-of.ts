/** The group sessions that a trainee can come to, and those they came to. */
import { read } from '#db/client.ts'
import {
  attendedSessionsQuery,
  comingSessionsQuery,
  type GroupSessionRow,
} from '#db/group-sessions.ts'
import { findProgrammeRules } from '#db/programme-rules.ts'

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

/** What they came to, and whether the programme shows that as evidence. */
export async function attendanceOf(
  person: string,
  programme: string,
  now: number,
): Promise<{ readonly attended: readonly GroupSessionRow[]; readonly areEvidence: boolean }> {
  const [attended, rules] = await Promise.all([
    read(attendedSessionsQuery(person, programme, now)),
    findProgrammeRules(programme),
  ])
  return { attended, areEvidence: rules.groupSessionsCount }
}
