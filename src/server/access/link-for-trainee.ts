/** A coordinator makes a new link for whoever forgot their password. */
import { findPerson } from '#db/people.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { mayMakeLinkFor, type Person } from '#domain/people/person.ts'
import { makeLink, type MadeLinkMail } from './make-link.ts'

type Trainee = { readonly id: string; readonly programme: string }

/** Null where who asks could reach further with it than by themselves. */
export async function showLinkAccount(by: Person, trainee: Trainee): Promise<Person | null> {
  if (!mayDecideIn(by, trainee.programme)) return null
  const account = await findPerson(trainee.id)
  return account && mayMakeLinkFor(by, account) ? account : null
}

/** @param mail what tells whose account it is, where they have an address */
export async function linkForTrainee(
  by: Person,
  trainee: Trainee,
  mail: (account: Person) => MadeLinkMail | null,
  now: number,
): Promise<{ readonly kind: 'made'; readonly url: string } | NotAllowed> {
  const account = await showLinkAccount(by, trainee)
  if (!account) return NOT_ALLOWED
  const { programme } = trainee
  const wish = { kind: 'reset', person: account.id, programme, createdBy: by.id } as const
  return { kind: 'made', url: await makeLink(wish, now, mail(account)) }
}
