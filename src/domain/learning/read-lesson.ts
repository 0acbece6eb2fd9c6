/** Reading a lesson, and stopping in the middle of it. */
import type { Lesson } from '#domain/course/course.ts'
import type { Progress } from './progress.ts'
import type { Made } from './record.ts'

export const readLesson = ({ id, revision }: Lesson): Made => ({
  kind: 'lesson-read',
  item: id,
  revision,
  value: {},
})

/**
 * Whoever leaves a lesson in the middle comes back to the same place.
 * @param section counted from 1 by the headings
 * @returns null where nothing is to be kept: once a lesson is read, it opens at its beginning
 */
export function keepPlace(
  { id, revision }: Lesson,
  progress: Progress,
  section: number,
): Made | null {
  const have = progress[id]
  if (have?.kind === 'lesson' || (have?.kind === 'lesson-open' && have.section === section))
    return null
  return { kind: 'lesson-opened', item: id, revision, value: { section } }
}
