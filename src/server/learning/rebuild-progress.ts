/** Computes every progress row of somebody again from the records, also while people go on learning. */
import { isDeepStrictEqual } from 'node:util'
import { DatabaseBusy, GuardFailed, read, write } from '#db/client.ts'
import { guardAreas, personAreasQuery } from '#db/person-areas.ts'
import {
  findOverview,
  guardAllRecords,
  historyOf,
  peopleWithRecords,
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
import { asIds } from '#domain/people/profile.ts'
import { overviewOf } from './overview.ts'
import { settings } from '#settings.ts'

/** How often somebody may go on while they are counted. */
const RACES = 20

export interface Rebuilt {
  readonly people: number
  /** Rows that were not what the records say, and are now. */
  readonly differences: number
}

/** Who is told how far it is. */
type Watch = (people: number) => { step(): void; end(): void }

export async function rebuildAll(watch?: Watch): Promise<Rebuilt> {
  const people = await peopleWithRecords()
  const progress = watch?.(people.length)
  let differences = 0
  for (const person of people) {
    differences += await rebuildProgress(person)
    progress?.step()
  }
  progress?.end()
  return { people: people.length, differences }
}

/** @returns how many rows were not what the records say */
export async function rebuildProgress(person: string): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rebuildOnce(person)
    } catch (error) {
      if (!(error instanceof GuardFailed)) throw error
      if (attempt === RACES)
        throw new DatabaseBusy('Somebody went on again and again while they were counted.', {
          cause: error,
        })
    }
  }
}

async function rebuildOnce(person: string): Promise<number> {
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
  const differs = changed.length + (isSame ? 0 : 1)
  if (differs === 0) return 0
  await write([
    // Nothing came in since they were read: else older progress would stand in the place of newer.
    guardAllRecords(person, records.length),
    guardAreas(person, asIds(areas)),
    ...changed,
    ...(isSame ? [] : [upsertOverview(overview), updateWaiting(person)]),
  ])
  return differs
}
