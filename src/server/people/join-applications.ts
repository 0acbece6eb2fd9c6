/** A coordinator says that two applications are of one person, or that they are not after all. */
import { findApplication } from '#db/applications.ts'
import { deleteJoin, guardNotJoined, insertJoin } from '#db/application-joins.ts'
import { GuardFailed, isTaken, write } from '#db/client.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { isAlike, whichStays, type JoinProblem } from '#domain/people/application-join.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type JoinOutcome =
  /** Both stand under this one. */
  | { readonly kind: 'joined'; readonly stays: string }
  | { readonly kind: 'refused'; readonly problem: JoinProblem }
  | NotAllowed

/** Nothing of either is changed: the page of the one that stays shows both. */
export async function joinApplications(
  by: Person,
  id: string,
  other: string,
  now: number,
): Promise<JoinOutcome> {
  const programmes = programmesAs(by, 'coordinator')
  const one = await findApplication(id, programmes)
  if (!one) return NOT_ALLOWED
  if (id === other) return { kind: 'refused', problem: 'itself' }
  const found = isUuid(other) ? await findApplication(other, [one.programme]) : null
  if (!found || !isAlike(one, found)) return { kind: 'refused', problem: 'not-alike' }
  const stays = whichStays(one, found)
  const goes = stays.id === one.id ? found : one
  try {
    await write([
      guardNotJoined(stays.id),
      guardNotJoined(goes.id),
      ...insertJoin({ application: goes.id, into: stays.id, by: by.id, at: now }),
      audited(now, by.id, 'application-joined', goes.id, one.programme),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed) && !isTaken(error, 'application_joins')) throw error
    return { kind: 'refused', problem: 'joined-before' }
  }
  return { kind: 'joined', stays: stays.id }
}

/** @param id of the one that stands under another */
export async function partApplications(
  by: Person,
  id: string,
  now: number,
): Promise<{ readonly kind: 'parted' } | NotAllowed> {
  const one = isUuid(id) ? await findApplication(id, programmesAs(by, 'coordinator')) : null
  if (!one) return NOT_ALLOWED
  await write([deleteJoin(id), audited(now, by.id, 'application-parted', id, one.programme)])
  return { kind: 'parted' }
}
