/** Computes every progress row of somebody again from the records. */
import { isDeepStrictEqual } from 'node:util'
import { read, write } from '#db/client.ts'
import { personAreasQuery } from '#db/person-areas.ts'
import {
  findOverview,
  historyOf,
  progressRowsOf,
  upsertOverview,
  upsertProgress,
} from '#db/records.ts'
import { listOutsideEvidence } from '#db/outside-evidence.ts'
import { findWaiting, updateWaiting } from '#db/replies.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { unitOf } from '#domain/learning/record.ts'
import { progressOf } from '#domain/learning/apply.ts'
import type { ItemProgress } from '#domain/learning/progress.ts'
import { courseOf } from '#server/course/course-of.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { overviewOf } from './overview.ts'
import { settings } from '#settings.ts'

/** @returns how many rows were not what the records say */
export async function rebuildProgress(person: string): Promise<number> {
  const records = await historyOf(person, 1_000_000)
  const byUnit = new Map<string, LearningRecord[]>()
  for (const record of records) {
    const unit = unitOf(record.kind, record.item)
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), record])
  }
  const kept = new Map((await progressRowsOf(person)).map((row) => [row.item, row.state]))
  const progress: Record<string, ItemProgress> = {}
  const changed = [...byUnit].flatMap(([unit, all]) => {
    const state = progressOf(all)
    if (!state) return []
    progress[unit] = state
    return kept.get(unit) === JSON.stringify(state)
      ? []
      : [upsertProgress(person, unit, state, all.length)]
  })
  const common = loadCourse('en', loadProgramme(settings().defaultProgramme, 'en'))
  const [outside, waiting, areas] = await Promise.all([
    listOutsideEvidence(person),
    findWaiting(person),
    read(personAreasQuery(person)),
  ])
  const course = courseOf(common, areas)
  const before = await findOverview(person)
  const cards = { cardsOn: before?.cardsOn ?? null, cardsAt: 0 }
  const overview = {
    ...{ ...overviewOf(course, person, progress, records, null, outside), ...waiting, ...cards },
  }
  const isSame = isDeepStrictEqual(before && { ...before, cardsAt: 0 }, overview)
  await write([...changed, ...(isSame ? [] : [upsertOverview(overview), updateWaiting(person)])])
  return changed.length + (isSame ? 0 : 1)
}
