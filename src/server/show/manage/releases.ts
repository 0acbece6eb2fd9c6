import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import {
  changesBetween,
  hasChanges,
  NO_CHANGES,
  type LedgerChanges,
} from '#domain/course/ledger.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import {
  currentLedger,
  lapsesOf,
  releasedLedger,
  type Lapse,
} from '#server/releases/release-impact.ts'
import { unreleasedChanges } from '#server/course/unreleased.ts'

export interface ShownReleases {
  /** Written, and not released: nobody gets it. Null where nothing was released yet. */
  readonly changes: LedgerChanges | null
  /** Released, and waits for a build and a start. */
  readonly waits: boolean
  readonly lapses: readonly Lapse[]
}

/** @param course in the language of who looks; null for who is no administrator */
export async function showReleases(
  by: Person,
  course: Course,
  language: Language,
  now: number,
): Promise<ShownReleases | null> {
  if (!mayAdminister(by)) return null
  const released = releasedLedger()
  return {
    changes: released && ((await unreleasedChanges(now)) ?? NO_CHANGES),
    waits: released ? hasChanges(changesBetween(currentLedger(), released)) : false,
    lapses: await lapsesOf(course, loadCompetencies(language)),
  }
}
