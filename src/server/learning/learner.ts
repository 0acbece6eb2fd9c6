/** What a trainee's pages and verbs stand on: who, in which course, at what time. */
import { together } from '#db/client.ts'
import { openedSessionsQuery } from '#db/opened-sessions.ts'
import { personAreasQuery } from '#db/person-areas.ts'
import { overviewQuery, progressQuery, type Overview } from '#db/records.ts'
import type { Course } from '#domain/course/course.ts'
import { withOpened } from '#domain/learning/opened.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { recordOf, type Made } from '#domain/learning/record.ts'
import type { Person } from '#domain/people/person.ts'
import { courseOf } from '#server/course/course-of.ts'
import { askedHereQuery, type Asked } from './asked-here.ts'
import { readableBy } from './readable-by.ts'
import { saveRecords, type Saved } from './save-records.ts'

export interface Learner {
  readonly person: string
  /** With the packs of their areas, and the practice sessions that a coordinator opened for this person. */
  readonly course: Course
  readonly progress: Progress
  /** Ids of the areas that they would talk about. */
  readonly areas: readonly string[]
  /** Item of the latest record, or null. */
  readonly lastItem: string | null
  /** When that was, or null. */
  readonly lastAt: number | null
  /** When they last asked for sign-off, or null. */
  readonly askedAt: number | null
}

/** On their own pages: who looks is the learner. */
export interface OwnLearner extends Learner {
  readonly by: Person
}

/** Whoever learns, and does it themselves: in nobody else's name is anything recorded (R14). */
export type ActingLearner = Learner & { readonly by: Pick<Person, 'id'> }

/** For pages that read more in the same statement. */
export const learnerQueries = (person: string) => ({
  progress: progressQuery(person),
  overview: overviewQuery(person),
  opened: openedSessionsQuery(person),
  areas: personAreasQuery(person),
})

export const loadLearner = async (person: string, course: Course): Promise<Learner> =>
  learnerFrom(person, course, await together(learnerQueries(person)))

/** Their own; in a session that a code of staff opened, without private words of before. */
export async function ownLearner<P extends Pick<Person, 'id' | 'closedBefore'>>(
  by: P,
  course: Course,
): Promise<Learner & { readonly by: P }> {
  return openedTo(by, await loadLearner(by.id, course))
}

/** The same, and in one statement with it what they asked about a page. @param path without query */
export async function ownLearnerAt(
  by: Person,
  course: Course,
  path: string,
): Promise<{ readonly learner: OwnLearner; readonly asked: readonly Asked[] }> {
  const { asked, ...found } = await together({
    ...learnerQueries(by.id),
    asked: askedHereQuery(by.id, path),
  })
  return { learner: await openedTo(by, learnerFrom(by.id, course, found)), asked }
}

const openedTo = async <P extends Pick<Person, 'id' | 'closedBefore'>>(
  by: P,
  learner: Learner,
): Promise<Learner & { readonly by: P }> => ({
  ...learner,
  progress: await readableBy(by, learner.progress),
  by,
})

export function learnerFrom(
  person: string,
  course: Course,
  {
    progress,
    overview,
    opened,
    areas,
  }: {
    readonly progress: Progress
    readonly overview: Overview | null
    readonly opened: readonly string[]
    readonly areas: readonly string[]
  },
): Learner {
  return {
    person,
    course: withOpened(courseOf(course, areas), opened),
    progress,
    areas,
    lastItem: overview?.lastItem || null,
    lastAt: overview?.lastAt || null,
    askedAt: overview?.askedAt ?? null,
  }
}

/** Saves what was done on a page of ours: all of it, or nothing when a part is there already. */
export async function saveMade(
  { by, course, person }: ActingLearner,
  made: readonly (Made & { readonly id: string })[],
  now: number,
): Promise<Saved[]> {
  if (by.id !== person) throw new Error('Bug: nobody records what somebody else did.')
  const records = made.map((one) => recordOf(one, { id: one.id, person, source: 'web', at: now }))
  return saveRecords(course, person, records, now, true)
}
