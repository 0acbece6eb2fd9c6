import type { Course } from '#domain/course/course.ts'
import type { Progress } from './progress.ts'

/** Wrong tries at a ★ question. */
const STUCK_AFTER = 2

/** The first ★ question that was missed twice in the open attempt and is not right yet; '' for none. */
export function stuckOn(course: Course, progress: Progress): string {
  for (const { quiz } of course.modules) {
    const have = quiz ? progress[quiz.id] : undefined
    if (!quiz || have?.kind !== 'quiz') continue
    const found = quiz.questions.find((question) => {
      const answer = have.open?.answers[question.id]
      return question.star && answer && !answer.right && answer.tries >= STUCK_AFTER
    })
    if (found) return found.id
  }
  return ''
}
