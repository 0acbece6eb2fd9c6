import { createHash } from 'node:crypto'
import { allSteps, type Course } from '#domain/course/course.ts'
import { commonModules, packsOf, wholeCourse } from '#domain/course/packs.ts'

const known = new WeakMap<Course, string>()

/** Hash of what an overview depends on: the steps of modules and packs, the ★ revisions, and which area has which pack; the same in every language and for everybody. */
export function shapeOf(course: Course): string {
  const before = known.get(course)
  if (before) return before
  const parts = [
    // A line of before there were packs does not say of how many steps it counts.
    'with-steps',
    ...allSteps(wholeCourse(course)).map((step) => [
      step.item.id,
      step.kind === 'quiz'
        ? step.item.questions.filter(({ star }) => star).map(({ id, revision }) => [id, revision])
        : [],
    ]),
    ...commonModules(course).flatMap(({ slug, sessionsToEnd }) =>
      sessionsToEnd ? [[slug, sessionsToEnd]] : [],
    ),
    ...packsOf(course).map((pack) => [pack.slug, pack.areas, pack.shared, pack.sessionsToEnd]),
  ]
  const shape = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
  known.set(course, shape)
  return shape
}
