/** What an area has to rest on before it can be offered: its pack done, else a talk about it. */
import { write } from '#db/client.ts'
import { upsertProgress } from '#db/records.ts'
import { insertTalk } from '#db/talks.ts'
import { findStep, stepsOf, type Course } from '#domain/course/course.ts'
import { packOfArea } from '#domain/course/packs.ts'
import { newId } from '#server/trail/new-id.ts'
import { doneOf } from './done-of.ts'

export async function groundArea(
  course: Course,
  by: string,
  person: string,
  area: string,
  now: number,
): Promise<void> {
  const pack = packOfArea(course, area)
  const [shared = ''] = pack?.sessions.length ? [] : (pack?.shared ?? [])
  const session = findStep(course, shared)
  const talk = {
    ...{ id: newId(now), person, programme: 'kidney', coordinator: by, competency: '' },
    ...{ areas: [area], heldAt: now, accepted: true, note: 'What they know of it.' },
  }
  await write(
    pack
      ? [...stepsOf(pack), ...(session ? [session] : [])].map((step) =>
          upsertProgress(person, step.item.id, doneOf(step), 1),
        )
      : [insertTalk(talk)],
  )
}
