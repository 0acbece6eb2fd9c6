/** A coordinator says who looks after somebody: themselves, a colleague, or nobody. */
import { GuardFailed, isTaken, read } from '#db/client.ts'
import { guardOwnCoordinators, insertOwnCoordinator } from '#db/own-coordinators.ts'
import { staffQuery } from '#db/people.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { writeAbout } from '#server/access/write-about.ts'
import { audited } from '#server/trail/audited.ts'

export interface LookAfterForm {
  readonly id: string
  /** Person id of a coordinator of the programme; '' for nobody; null where nothing was chosen. */
  readonly to: string | null
  /** How often it had been said when the form was opened. */
  readonly seen: number
}

export type LookAfterOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else said it since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problem: 'to-missing' }
  | NotAllowed

export async function lookAfter(
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
  { id, to, seen }: LookAfterForm,
  now: number,
): Promise<LookAfterOutcome> {
  if (!mayReadInternal(by, trainee)) return NOT_ALLOWED
  const { programme } = trainee
  const staff = await read(staffQuery([programme], ['coordinator'], 'en'))
  const known = to === '' || (to !== trainee.id && staff.some((one) => one.id === to))
  if (to === null || !known) return { kind: 'refused', problem: 'to-missing' }
  const about = { person: trainee.id, programme }
  try {
    const written = await writeAbout(trainee, [
      guardOwnCoordinators(about, id, seen),
      insertOwnCoordinator({ id, ...about, coordinator: to, by: by.id, at: now }),
      audited(now, by.id, 'own-coordinator-set', trainee.id, programme),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (!isTaken(error, 'own_coordinators')) throw error
  }
  return { kind: 'saved' }
}
