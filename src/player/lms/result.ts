/** What an LMS is told at the end (S5). */
import { allSteps, type Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import { isStuck, type Tries } from '../tries.ts'

/**
 * The mean of the best quiz scores, once every lesson is read, every session ended and every quiz passed.
 * @returns whole, 0 to 100; null before
 */
export function finalScore(course: Course, progress: Progress): number | null {
  const { done, of } = tallyOf(course, progress)
  if (done < of) return null
  return meanOf(quizzesIn(course, progress)) ?? 100
}

/**
 * The mean of the best results so far, where a quiz was finished that often and is not passed. Where "failed" goes
 * with it, only once the learner can do nothing more: after it Moodle gives a review without credit for ever.
 */
export function failingScore(course: Course, progress: Progress, manner: Tries): number | null {
  const quizzes = quizzesIn(course, progress)
  const { tries, failure } = manner
  if (failure === 'failed') return isStuck(course, progress, manner) ? meanOf(quizzes) : null
  const isFailing = tries > 0 && quizzes.some((quiz) => !quiz.passed && quiz.tries >= tries)
  return isFailing ? meanOf(quizzes) : null
}

const quizzesIn = (course: Course, progress: Progress): QuizProgress[] =>
  allSteps(course).flatMap(({ item }) => {
    const have = progress[item.id]
    return have?.kind === 'quiz' ? [have] : []
  })

/** Whole, 0 to 100; null where no quiz was finished. */
function meanOf(quizzes: readonly QuizProgress[]): number | null {
  const shares = quizzes.flatMap(({ best }) => (best ? [best.right / best.of] : []))
  if (shares.length === 0) return null
  return Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100)
}
