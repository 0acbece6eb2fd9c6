/** A new release may lapse what people passed: their lines in lists are computed again, in small batches. */
import { write, type Query } from '#db/client.ts'
import { listOutsideEvidence } from '#db/outside-evidence.ts'
import { findProgress, overviewsOfOtherShape, updateOverview } from '#db/records.ts'
import { updateLapses } from '#db/standing-history.ts'
import type { Course } from '#domain/course/course.ts'
import { courseOverview } from '#server/learning/overview.ts'
import { shapeOf } from '#server/course/course-shape.ts'

const BATCH = 200

/** @returns how many lines were computed again */
export async function refreshOverviews(course: Course, now: number): Promise<number> {
  const shape = shapeOf(course)
  for (let total = 0; ;) {
    const people = await overviewsOfOtherShape(shape, BATCH)
    if (people.length === 0) return total
    const queries: Query[] = []
    for (const person of people) {
      const progress = await findProgress(person)
      const outside = await listOutsideEvidence(person)
      queries.push(
        updateOverview(person, courseOverview(course, progress, outside)),
        ...updateLapses(person, now),
      )
    }
    await write(queries)
    total += people.length
  }
}
