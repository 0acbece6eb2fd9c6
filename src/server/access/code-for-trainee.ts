/** A coordinator makes a way in for whoever cannot sign in: a code to dictate, or to hand over on paper. */
import { withdrawLinksOf } from '#db/links.ts'
import { findPerson, findPersonRow } from '#db/people.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Contact } from '#domain/people/contact.ts'
import { settings } from '#settings.ts'
import { isTraineeOnly, mayMakeLinkFor, type Person } from '#domain/people/person.ts'
import { makeWayIn, type MadeLinkMail } from './make-link.ts'

type Trainee = { readonly id: string; readonly programme: string }

export interface MadeCode {
  readonly kind: 'made'
  readonly url: string
  /** In groups of 4; '' for somebody of the staff, who gets a link to a new password. */
  readonly code: string
  readonly expiresAt: number
  /** By what else than their next sign-in they hear of it. */
  readonly contact: Contact
  /** A mail tells them. */
  readonly isMailed: boolean
}

/** Null where who asks could reach further with it than by themselves. */
export async function showLinkAccount(by: Person, trainee: Trainee): Promise<Person | null> {
  if (!mayDecideIn(by, trainee.programme)) return null
  const account = await findPerson(trainee.id)
  return account && mayMakeLinkFor(by, account) ? account : null
}

/** The ones made before stop working. @param mail what tells whose account it is; null where they have no address */
export async function codeForTrainee(
  by: Person,
  trainee: Trainee,
  mail: (account: Person) => Promise<MadeLinkMail | null>,
  now: number,
): Promise<MadeCode | NotAllowed> {
  const account = await showLinkAccount(by, trainee)
  if (!account) return NOT_ALLOWED
  const { programme } = trainee
  const kind = isTraineeOnly(account) ? 'code' : 'reset'
  const wish = { kind, person: account.id, programme, createdBy: by.id } as const
  const letter = await mail(account)
  const made = await makeWayIn(wish, now, letter, [withdrawLinksOf(account.id, now)])
  const row = await findPersonRow(account.id)
  const contact = { email: row?.email ?? '', phone: row?.phone ?? '' }
  return { kind: 'made', ...made, contact, isMailed: letter !== null && settings().mail !== null }
}
