/** Another choice of areas is another course, and so is a new release: of how many steps it is, and what of them is done. */
import { GuardFailed, together, write, type Query } from '#db/client.ts'
import { outsideEvidenceQuery } from '#db/outside-evidence.ts'
import { guardAreas, personAreasQuery } from '#db/person-areas.ts'
import { progressQuery, updateOverview } from '#db/records.ts'
import { updateLapses } from '#db/standing-history.ts'
import type { Course } from '#domain/course/course.ts'
import { asIds } from '#domain/people/profile.ts'
import { courseOf } from '#server/course/course-of.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { settings } from '#settings.ts'
import { courseOverview } from './overview.ts'

/** The line of one person in lists, by the course with their areas of today. */
export async function overviewAgain(course: Course, person: string, now: number): Promise<Query[]> {
  const { progress, outside, areas } = await together({
    progress: progressQuery(person),
    outside: outsideEvidenceQuery(person),
    areas: personAreasQuery(person),
  })
  const own = courseOf(course, areas)
  return [
    guardAreas(person, asIds(areas)),
    updateOverview(person, courseOverview(own, progress, outside)),
    ...updateLapses(person, now),
  ]
}

/** After they chose. The line was marked as stale with the choice, so that what fails here is made good at the next start. */
export async function recount(person: string, now: number): Promise<void> {
  const course = loadCourse('en', loadProgramme(settings().defaultProgramme, 'en'))
  try {
    await write(await overviewAgain(course, person, now))
  } catch (error) {
    // Chosen otherwise meanwhile: whoever did so counts it.
    if (!(error instanceof GuardFailed)) throw error
  }
}
