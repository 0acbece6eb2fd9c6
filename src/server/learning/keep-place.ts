import type { Lesson } from '#domain/course/course.ts'
import { keepPlace as keep } from '#domain/learning/read-lesson.ts'
import { saveMade, type ActingLearner } from './learner.ts'

/** The trainee stops in the middle of a lesson and comes back later, here or on another device. */
export async function keepPlace(
  learner: ActingLearner,
  lesson: Lesson,
  section: number,
  recordId: string,
  now: number,
): Promise<void> {
  const made = keep(lesson, learner.progress, section)
  if (made) await saveMade(learner, [{ ...made, id: recordId }], now)
}
