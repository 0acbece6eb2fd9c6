/** A support review of one of the demo's mentors. */
import { findPerson } from '#db/people.ts'
import type { Day } from '#domain/calendar/days.ts'
import { usualNextReview } from '#domain/reviews/rhythm.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { writeReview } from '#server/reviews/write-review.ts'

const DAY = 86_400_000
const day = (time: number): Day => momentOf('kidney', time).today

/** @param by person id of the coordinator @param mentor person id @param at milliseconds since 1970 */
export async function playReview(by: string, mentor: string, at: number): Promise<void> {
  const coordinator = await findPerson(by)
  if (!coordinator) return
  const course = loadCourse('en', loadProgramme('kidney', 'en'))
  await writeReview(
    coordinator,
    { id: mentor, programme: 'kidney' },
    course,
    {
      id: newId(at),
      day: day(at),
      wentWell: 'Three calls, each when it was promised. He asked before he told his own story.',
      stayed: 'A long silence on the second call. It was right to wait.',
      skill: 'To end a call in time.',
      wellbeing: 4,
      capacity: 2,
      seen: 0,
      nextOn: usualNextReview(day(at)),
      actions: [
        {
          text: 'Marcus looks at the lesson about endings again.',
          dueOn: day(at + 21 * DAY),
          lesson:
            course.modules.find(({ slug }) => slug === 'boundaries')?.lessons.at(-1)?.id ?? '',
        },
      ],
    },
    at,
  )
}
