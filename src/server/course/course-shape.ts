import { createHash } from 'node:crypto'
import { allSteps, type Course } from '#domain/course/course.ts'

const known = new WeakMap<Course, string>()

/** Hash of what an overview depends on: the steps and the ★ revisions, the same in every language. */
export function shapeOf(course: Course): string {
  const before = known.get(course)
  if (before) return before
  const parts = [
    ...allSteps(course).map((step) => [
      step.item.id,
      step.kind === 'quiz'
        ? step.item.questions.filter(({ star }) => star).map(({ id, revision }) => [id, revision])
        : [],
    ]),
    ...course.modules.flatMap(({ slug, sessionsToEnd }) =>
      sessionsToEnd ? [[slug, sessionsToEnd]] : [],
    ),
  ]
  const shape = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
  known.set(course, shape)
  return shape
}
