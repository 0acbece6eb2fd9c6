import type { Lesson } from '#domain/course/course.ts'
import { saveMade, type Learner } from './learner.ts'

/** The trainee stops in the middle of a lesson and comes back later, here or on another device. */
export async function keepPlace(
  learner: Learner,
  lesson: Lesson,
  section: number,
  recordId: string,
  now: number,
): Promise<void> {
  const have = learner.progress[lesson.id]
  // Once it is read, it opens at its beginning.
  if (have?.kind === 'lesson' || (have?.kind === 'lesson-open' && have.section === section)) return
  const { id: item, revision } = lesson
  await saveMade(
    learner,
    [{ id: recordId, item, revision, kind: 'lesson-opened', value: { section } }],
    now,
  )
}
