/** A coordinator says that who applied has an account already, or that it is somebody else after all. */
import {
  accountsNamedQuery,
  deleteAccountJoin,
  guardNotJoined,
  insertAccountJoin,
  type AccountThere,
} from '#db/application-joins.ts'
import { findApplication, type SeenApplication } from '#db/applications.ts'
import { GuardFailed, isTaken, meaning, read, write, type Reading } from '#db/client.ts'
import { guardTrainee } from '#db/trainees.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { isOfAccount, type AccountProblem } from '#domain/people/application-join.ts'
import { findTerms } from '#domain/people/find.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type AccountOutcome =
  | { readonly kind: 'joined' }
  | { readonly kind: 'refused'; readonly problem: AccountProblem }
  | NotAllowed

/** Of the same programme, name and contact; those who left too. */
export const accountsLikeQuery = (
  application: Pick<SeenApplication, 'programme' | 'name' | 'contact'>,
): Reading<AccountThere[]> => {
  const { programme, name, contact } = application
  const terms = [...findTerms(name), ...findTerms(contact)]
  return meaning(accountsNamedQuery(programme, terms), (named) =>
    named.filter((one) => isOfAccount(application, one)),
  )
}

/** Nothing of either is changed: what they wrote stands on their record, and waits no more. */
export async function joinAccount(
  by: Person,
  id: string,
  person: string,
  now: number,
): Promise<AccountOutcome> {
  const one = isUuid(id) ? await findApplication(id, programmesAs(by, 'coordinator')) : null
  if (!one) return NOT_ALLOWED
  const account = (await read(accountsLikeQuery(one))).find((like) => like.id === person)
  if (!account) return { kind: 'refused', problem: 'not-alike' }
  if (!account.isHere) return { kind: 'refused', problem: 'not-here' }
  try {
    await write([
      guardTrainee(person, one.programme),
      guardNotJoined(id),
      insertAccountJoin({ application: id, person, by: by.id, at: now }),
      audited(now, by.id, 'application-account-joined', id, one.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed && error.position === 0)
      return { kind: 'refused', problem: 'not-here' }
    if (!(error instanceof GuardFailed) && !isTaken(error, 'application_accounts')) throw error
    return { kind: 'refused', problem: 'joined-before' }
  }
  return { kind: 'joined' }
}

/** From then on it waits as before. */
export async function partAccount(
  by: Person,
  id: string,
  now: number,
): Promise<{ readonly kind: 'parted' } | NotAllowed> {
  const one = isUuid(id) ? await findApplication(id, programmesAs(by, 'coordinator')) : null
  if (!one) return NOT_ALLOWED
  await write([
    deleteAccountJoin(id),
    audited(now, by.id, 'application-account-parted', id, one.programme),
  ])
  return { kind: 'parted' }
}
