/** Somebody of the staff opens what is known of a trainee; every page about one stands on this. */
import { auditsQuery } from '#db/audit.ts'
import { together } from '#db/client.ts'
import { personAreasQuery } from '#db/person-areas.ts'
import { supportedQuery, type Supported } from '#db/pairings.ts'
import { traineeQuery, type Trainee } from '#db/trainees.ts'
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayDecideIn, mayReadInternal } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { lookOf, noteLook } from '#server/access/note-seen.ts'
import { courseOf } from '#server/course/course-of.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'

export interface OpenRecord {
  readonly by: Person
  readonly trainee: Trainee
  /** The trainee's, with the packs of their areas; in the language of whoever looks, with the words of the trainee's programme. */
  readonly course: Course
  /** Whether who looks coordinates the trainee's own programme. */
  readonly mayDecide: boolean
  readonly mayReadInternal: boolean
  /** Whom they support at present, by reference; for who decides. */
  readonly supports: readonly Supported[]
}

/**
 * That it was looked at is written down, once an hour.
 * @param id as it stands in an address
 * @returns null for who neither coordinates nor observes there; foreign and absent ids look alike (R15)
 */
export async function openRecord(
  by: Person,
  id: string | undefined,
  language: Language,
  now: number,
): Promise<OpenRecord | null> {
  const programmes = [
    ...new Set([...programmesAs(by, 'coordinator'), ...programmesAs(by, 'observer')]),
  ]
  if (!isUuid(id) || programmes.length === 0) return null
  const looks = programmes.map((programme) => lookOf(by.id, 'record', id, programme, now))
  const { trainee, known, supported, areas } = await together({
    trainee: traineeQuery(id, programmes),
    known: auditsQuery(looks.map((look) => look.id)),
    supported: supportedQuery(id, programmesAs(by, 'coordinator')),
    areas: personAreasQuery(id),
  })
  const look = looks.find(({ programme }) => programme === trainee?.programme)
  if (!trainee || !look) return null
  await noteLook(look, known)
  return {
    by,
    trainee,
    course: courseOf(loadCourse(language, loadProgramme(trainee.programme, language)), areas),
    mayDecide: mayDecideIn(by, trainee.programme),
    mayReadInternal: mayReadInternal(by, trainee),
    supports: supported.filter((one) => one.programme === trainee.programme),
  }
}
