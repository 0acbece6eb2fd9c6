/** What a trainee's pages and verbs stand on: who, in which course, at what time. */
import { openedSessionsOf } from '#db/opened-sessions.ts'
import { findOverview, findProgress } from '#db/records.ts'
import type { Course } from '#domain/course/course.ts'
import { withOpened } from '#domain/learning/opened.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { Deed, LearningRecord } from '#domain/learning/record.ts'
import { saveRecords, type Saved } from './save-records.ts'

export interface Learner {
  readonly person: string
  /** With the practice sessions that a coordinator opened for this person. */
  readonly course: Course
  readonly progress: Progress
  /** Item of the latest record, or null. */
  readonly lastItem: string | null
  /** When they last asked for sign-off, or null. */
  readonly askedAt: number | null
}

export async function loadLearner(person: string, course: Course): Promise<Learner> {
  const [progress, overview, opened] = await Promise.all([
    findProgress(person),
    findOverview(person),
    openedSessionsOf(person),
  ])
  return {
    person,
    course: withOpened(course, opened),
    progress,
    lastItem: overview?.lastItem || null,
    askedAt: overview?.askedAt ?? null,
  }
}

export type Made = Deed & { readonly id: string; readonly item: string; readonly revision: number }

/** Saves what was done on a page of ours: all of it, or nothing when a part is there already. */
export const saveMade = (learner: Learner, made: readonly Made[], now: number): Promise<Saved[]> =>
  saveRecords(
    learner.course,
    learner.person,
    made.map((one): LearningRecord => ({
      ...one,
      person: learner.person,
      madeAt: now,
      receivedAt: now,
      source: 'web',
    })),
    now,
    true,
  )
