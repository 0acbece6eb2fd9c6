/**
 * Works out from which day on decision cards wait for somebody, so that the notice about them can be found by a statement.
 * Once after each record that moves it, and once a week for what moves it besides: a sign-off, its end, another time zone.
 */
import { read, together, write } from '#db/client.ts'
import { putCardDay, staleCardDaysQuery, type StaleCardDay } from '#db/card-days.ts'
import { personAreasQuery } from '#db/person-areas.ts'
import { progressQuery } from '#db/records.ts'
import { signOffsQuery } from '#db/sign-offs.ts'
import { DAY_MS, type Day } from '#domain/calendar/days.ts'
import { nextSittingOn } from '#domain/learning/remembering.ts'
import { inForceAt } from '#domain/readiness/standing.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { courseOf } from '#server/course/course-of.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { decisionsOf } from '#server/readiness/decisions-of.ts'
import { settings } from '#settings.ts'

const AT_A_TIME = 100
const AGAIN_MS = 7 * DAY_MS

/** @returns for how many it was worked out: as many as `AT_A_TIME` where others are left */
export async function workOutCardDays(now: number): Promise<number> {
  const stale = await read(staleCardDaysQuery(now - AGAIN_MS, AT_A_TIME))
  for (const one of stale)
    await write([putCardDay(one.person, one.cardsAt, await cardDayOf(one, now), now)])
  return stale.length
}

async function cardDayOf({ person, programme }: StaleCardDay, now: number): Promise<Day | null> {
  if (programme === null) return null
  const { progress, areas, signOffs } = await together({
    progress: progressQuery(person),
    areas: personAreasQuery(person),
    signOffs: signOffsQuery(person),
  })
  const common = loadCourse('en', loadProgramme(settings().defaultProgramme, 'en'))
  return nextSittingOn({
    person,
    course: courseOf(common, areas),
    progress,
    signedOffAt: inForceAt(decisionsOf(signOffs), now)?.decidedAt ?? null,
    timeZone: momentOf(programme, now).timeZone,
  })
}
