/** What an LMS is told at the end (shared/scorm.md, runtime rule 5). */
import { allSteps, type Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { tallyOf } from '#domain/learning/steps.ts'

/**
 * The mean of the best quiz scores, once every lesson is read, every session ended and every quiz passed.
 * @returns whole, 0 to 100; null before
 */
export function finalScore(course: Course, progress: Progress): number | null {
  const { done, of } = tallyOf(course, progress)
  if (done < of) return null
  const shares = allSteps(course).flatMap(({ kind, item }) => {
    const have = progress[item.id]
    return kind === 'quiz' && have?.kind === 'quiz' && have.best
      ? [have.best.right / have.best.of]
      : []
  })
  if (shares.length === 0) return 100
  return Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100)
}
