/** All of a trainee's own record. */
import { together } from '#db/client.ts'
import { importedFactsQuery, type SeenFact } from '#db/imports.ts'
import { packagesOfQuery } from '#db/packages.ts'
import { recordsQuery } from '#db/records.ts'
import { repliesQuery, type SeenReply } from '#db/replies.ts'
import { reviewsQuery, type SeenReview } from '#db/reviews.ts'
import { quizzesOf } from '#domain/course/moved.ts'
import { wholeCourse } from '#domain/course/packs.ts'
import type { Step } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { nextStep } from '#domain/learning/steps.ts'
import type { PackageWithResults } from '#domain/packages/seen.ts'
import { programmesAs } from '#domain/people/person.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import { stateFrom, stateQueries, type TraineeState } from '#server/readiness/readiness.ts'
import type { OwnLearner } from '#server/learning/learner.ts'

export interface OwnRecord {
  readonly state: TraineeState
  /** What comes next in the course, or null. */
  readonly next: Step | null
  readonly competencies: readonly Competency[]
  /** Every answer to a question of a quiz, and every finished attempt. */
  readonly answers: readonly LearningRecord[]
  /** Oldest first. */
  readonly replies: readonly SeenReply[]
  /** Newest first. */
  readonly reviews: readonly SeenReview[]
  /** Of the programme in which they are a trainee. */
  readonly packages: readonly PackageWithResults[]
  /** What lists of that programme said of their time before. */
  readonly imported: readonly SeenFact[]
}

export async function showRecord(
  learner: OwnLearner,
  language: Language,
  now: number,
): Promise<OwnRecord> {
  const { by, course, progress, lastItem } = learner
  // No programme is called '': whoever is no trainee has nothing of one.
  const [programme = ''] = programmesAs(by, 'trainee')
  const quizzes = quizzesOf(wholeCourse(course)).map(({ id }) => id)
  const { answers, replies, reviews, packages, imported, ...rows } = await together({
    ...stateQueries(by.id),
    answers: recordsQuery(by.id, quizzes),
    replies: repliesQuery(by.id),
    reviews: reviewsQuery(by.id, null),
    packages: packagesOfQuery(programme, by.id),
    imported: importedFactsQuery(by.id, programme),
  })
  return {
    state: stateFrom(learner, rows, language, now),
    next: nextStep(course, progress, lastItem),
    competencies: loadCompetencies(language),
    answers,
    replies,
    reviews,
    packages,
    imported,
  }
}
