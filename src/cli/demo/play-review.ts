/** A support review of the demo's mentor. */
import { findPerson } from '#db/people.ts'
import { usualNextReview } from '#domain/reviews/rhythm.ts'
import { loadCourse, loadProgramme } from '#server/load-course.ts'
import { newId } from '#server/new-id.ts'
import { writeReview } from '#server/write-review.ts'

const DAY = 86_400_000

/** @param by person id of the coordinator @param mentor person id @param at milliseconds since 1970 */
export async function playReview(by: string, mentor: string, at: number): Promise<void> {
  const coordinator = await findPerson(by)
  if (!coordinator) return
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10)
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
