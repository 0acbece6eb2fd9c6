/** One group session: who signed up, who waits, and who came. */
import {
  expectedQuery,
  MOST_EXPECTED,
  OTHERS_PAGE,
  othersQuery,
  type Expected,
  type Other,
} from '#db/attendances.ts'
import { together } from '#db/client.ts'
import { cohortsQuery, listCohorts, type CohortRow } from '#db/cohorts.ts'
import { findGroupSession, followingQuery, type GroupSessionRow } from '#db/group-sessions.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { closedAt, inLine, notMarkedAt, type NotMarked } from '#domain/people/group-session.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'

export interface GroupSessionPage {
  readonly session: GroupSessionRow
  readonly cohorts: readonly CohortRow[]
  /** Who signed up and who was marked, by name. */
  readonly expected: readonly Expected[]
  /** Whether there are more of them. */
  readonly isCut: boolean
  /** Of them in the order of signing up: who has a place, and who waits. */
  readonly placed: readonly Expected[]
  readonly waiting: readonly Expected[]
  /** Whose trainees are listed among the others; '' for all. */
  readonly cohort: string
  /** Others of the programme. */
  readonly others: readonly Other[]
  readonly total: number
  readonly pageSize: number
  /** How many of the same series come after it. */
  readonly following: number
  /** Whether people may still be signed up and taken out. */
  readonly isOpen: boolean
  /** Why nobody can be marked; null where they can. */
  readonly notMarked: NotMarked | null
}

/** Null for a foreign and an absent id alike (R15). @param asked page from 1 */
export async function showGroupSession(
  by: Person,
  id: string,
  asked: {
    readonly cohort: string | null
    readonly search: string | null
    readonly page: number
    readonly language: Language
  },
  now: number,
): Promise<GroupSessionPage | null> {
  const session = isUuid(id) ? await findGroupSession(id, programmesAs(by, 'coordinator')) : null
  if (!session) return null
  const { language, page } = asked
  const known = asked.cohort ? await listCohorts([session.programme]) : []
  const cohort = known.find((one) => one.id === asked.cohort)?.id ?? ''
  const notMarked = notMarkedAt(session, now)
  // Before it begins they are looked for one by one; then who came without signing up is among them.
  const isAsked = notMarked === null || cohort !== '' || Boolean(asked.search)
  const search = isAsked ? (asked.search ?? '') : null
  const { following, ...found } = await together({
    cohorts: cohortsQuery([session.programme], language),
    expected: expectedQuery(session, language),
    following: followingQuery(session),
    ...othersQuery(session, { cohort, search }, language, page),
  })
  const line = found.expected
    .filter((one): one is Expected & { ahead: number } => one.ahead !== null)
    .sort((a, b) => a.ahead - b.ahead)
  const isPlaced = ({ ahead }: { readonly ahead: number }): boolean =>
    inLine(session.places, ahead).kind === 'place'
  return {
    session,
    cohort,
    ...found,
    expected: found.expected.slice(0, MOST_EXPECTED),
    isCut: found.expected.length > MOST_EXPECTED,
    placed: line.filter(isPlaced),
    waiting: line.filter((one) => !isPlaced(one)),
    pageSize: OTHERS_PAGE,
    following: following.length,
    isOpen: closedAt(session, now) === null,
    notMarked,
  }
}
