/** Making, renaming and archiving cohorts: groups of trainees who learn together. */
import {
  guardCohortName,
  guardCohortStands,
  insertCohort,
  listCohorts,
  updateCohort,
  type CohortRow,
} from '#db/cohorts.ts'
import { GuardFailed, isTaken, write } from '#db/client.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type CohortOutcome =
  | NotAllowed
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly reason: 'missing' | 'too-long' | 'taken' }
  /** Somebody else renamed it since the form was opened: nothing is saved before that was seen. */
  | { readonly kind: 'meanwhile' }

const problemWith = (name: string): 'missing' | 'too-long' | null =>
  !name.trim() ? 'missing' : [...name.trim()].length > 60 ? 'too-long' : null

export async function makeCohort(
  by: Person,
  programme: string,
  id: string,
  name: string,
  now: number,
): Promise<CohortOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const reason = problemWith(name)
  if (reason) return { kind: 'refused', reason }
  try {
    await write([
      insertCohort({ id, programme, name: name.trim(), createdAt: now }),
      audited(now, by.id, 'cohort-made', id, programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'cohorts')) throw error
    // The same form once more, or a name that is there already.
    const same = (await listCohorts([programme])).some((one) => one.id === id)
    return same ? { kind: 'saved' } : { kind: 'refused', reason: 'taken' }
  }
  return { kind: 'saved' }
}

/** @param was the name that the form showed */
export async function renameCohort(
  by: Person,
  cohort: CohortRow,
  { name, was }: { readonly name: string; readonly was: string },
  now: number,
): Promise<CohortOutcome> {
  if (!mayDecideIn(by, cohort.programme)) return NOT_ALLOWED
  const reason = problemWith(name)
  if (reason) return { kind: 'refused', reason }
  try {
    await write([
      guardCohortName(cohort.id, [was, name.trim()]),
      updateCohort(cohort.id, { name: name.trim() }),
      audited(now, by.id, 'cohort-renamed', cohort.id, cohort.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (isTaken(error, 'cohorts')) return { kind: 'refused', reason: 'taken' }
    throw error
  }
  return { kind: 'saved' }
}

/** Its trainees stay in it; it is only no longer offered. Done once, whoever asks again. @param archived false brings it back */
export async function archiveCohort(
  by: Person,
  cohort: Pick<CohortRow, 'id' | 'programme'>,
  archived: boolean,
  now: number,
): Promise<CohortOutcome> {
  const { id, programme } = cohort
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  try {
    await write([
      guardCohortStands(id, programme, !archived),
      updateCohort(id, { archivedAt: archived ? now : null }),
      audited(now, by.id, archived ? 'cohort-archived' : 'cohort-brought-back', id, programme),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    // So already, or not of this programme.
    const isHere = (await listCohorts([programme])).some((one) => one.id === id)
    return isHere ? { kind: 'saved' } : NOT_ALLOWED
  }
  return { kind: 'saved' }
}
