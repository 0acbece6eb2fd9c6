/** A new release may lapse what people passed: their lines in lists are computed again, in small batches. */
import { GuardFailed, write, type Query } from '#db/client.ts'
import { overviewsOfOtherShape } from '#db/records.ts'
import type { Course } from '#domain/course/course.ts'
import { shapeOf } from '#server/course/course-shape.ts'
import { overviewAgain } from '#server/learning/recount.ts'

const BATCH = 10

/** @returns how many lines were computed again */
export async function refreshOverviews(course: Course, now: number): Promise<number> {
  const shape = shapeOf(course)
  for (let total = 0; ;) {
    const people = await overviewsOfOtherShape(shape, BATCH)
    if (people.length === 0) return total
    const queries: Query[] = []
    for (const person of people) queries.push(...(await overviewAgain(course, person, now)))
    try {
      await write(queries)
      total += people.length
    } catch (error) {
      // One of them chose other areas in this very moment: all are read again.
      if (!(error instanceof GuardFailed)) throw error
    }
  }
}
