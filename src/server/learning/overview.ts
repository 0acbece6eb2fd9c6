/** The line of a trainee in lists, computed from what they have done. */
import type { Overview } from '#db/records.ts'
import type { Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { unitOf, type LearningRecord, type RecordKind } from '#domain/learning/record.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import { stuckOn } from '#domain/learning/stuck.ts'
import type { OutsideEvidence } from '#domain/readiness/evidence.ts'
import { isLapsed } from '#domain/readiness/lapse.ts'
import { shapeOf } from '#server/course/course-shape.ts'
import { loadCompetencies } from '#server/course/load-course.ts'

/** What moves the place to which "Carry on" leads. */
const WORK: ReadonlySet<RecordKind> = new Set([
  'lesson-opened',
  'lesson-read',
  'question-answered',
  'quiz-finished',
  'turn-taken',
  'session-ended',
  'reflection-sent',
  'exercise-saved',
])

/** What waits for an answer comes from `updateWaiting`. */
export function overviewOf(
  course: Course,
  person: string,
  progress: Progress,
  records: readonly LearningRecord[],
  before: Overview | null,
  outside: readonly OutsideEvidence[],
): Overview {
  const latest = records
    .filter((record) => WORK.has(record.kind))
    .reduce<{ item: string; at: number } | null>(
      (last, record) =>
        last === null || isLater(record, last)
          ? { item: unitOf(record.kind, record.item), at: record.madeAt }
          : last,
      before && before.lastItem ? { item: before.lastItem, at: before.lastAt } : null,
    )
  const asked = records
    .filter((record) => record.kind === 'sign-off-asked')
    .map((record) => record.madeAt)
  const pause = progress['pause']
  const bringsCards = records.some(({ kind }) => kind === 'quiz-finished' || kind === 'card-sorted')
  return {
    person,
    ...courseOverview(course, progress, outside),
    helpAt: before?.helpAt ?? null,
    reflectionAt: before?.reflectionAt ?? null,
    lastItem: latest?.item ?? '',
    lastAt: latest?.at ?? before?.lastAt ?? 0,
    askedAt: Math.max(before?.askedAt ?? 0, ...asked) || null,
    pausedAt: pause?.kind === 'pause' ? pause.since : null,
    cardsOn: before?.cardsOn ?? null,
    cardsAt: bringsCards ? Math.min(0, before?.cardsAt ?? 0) - 1 : (before?.cardsAt ?? 0),
  }
}

/** Of two items at the same moment always the same one is the last, whichever arrived first. */
const isLater = (record: LearningRecord, last: { item: string; at: number }): boolean =>
  record.madeAt > last.at ||
  (record.madeAt === last.at && unitOf(record.kind, record.item) > last.item)

export type CourseOverview = Pick<
  Overview,
  'done' | 'steps' | 'stuckOn' | 'lapsed' | 'courseShape' | 'cardsAt'
>

/** The part of the line that changes with the course too: what a new release, or another choice of areas, computes again. @param course theirs, with the packs of their areas */
export const courseOverview = (
  course: Course,
  progress: Progress,
  outside: readonly OutsideEvidence[],
): CourseOverview => ({
  done: tallyOf(course, progress).done,
  steps: tallyOf(course, progress).of,
  stuckOn: stuckOn(course, progress),
  lapsed: isLapsed(loadCompetencies(course.language), course, progress, outside),
  courseShape: shapeOf(course),
  cardsAt: 0,
})
