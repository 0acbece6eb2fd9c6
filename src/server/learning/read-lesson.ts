import type { Lesson } from '#domain/course/course.ts'
import { readLesson as read } from '#domain/learning/read-lesson.ts'
import { saveMade, type ActingLearner } from './learner.ts'

/** The trainee says that they have read a lesson. */
export async function readLesson(
  learner: ActingLearner,
  lesson: Lesson,
  recordId: string,
  now: number,
): Promise<void> {
  await saveMade(learner, [{ ...read(lesson), id: recordId }], now)
}
