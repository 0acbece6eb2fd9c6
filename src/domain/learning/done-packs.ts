import { stepsOf, type Course } from '#domain/course/course.ts'
import { packsIn, packsOf, withPacks } from '#domain/course/packs.ts'
import type { Progress } from './progress.ts'

/** Their course, and every pack in which they did something, also where it was taken back: what was done stays in the record. */
export const withDone = (course: Course, progress: Progress): Course =>
  withPacks(
    course,
    packsOf(course)
      .filter(
        (pack) =>
          packsIn(course).includes(pack) || stepsOf(pack).some(({ item }) => progress[item.id]),
      )
      .map(({ slug }) => slug),
  )
