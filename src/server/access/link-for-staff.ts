/** An administrator gives somebody of the staff a link to a new password; the second step stays. */
import { GuardFailed } from '#db/client.ts'
import { guardNotMutual } from '#db/factors.ts'
import { withdrawLinksOf } from '#db/links.ts'
import { findPerson } from '#db/people.ts'
import { MUTUAL_MS } from '#domain/people/factor.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { makeWayIn, type MadeLinkMail } from './make-link.ts'
import { isFresh, type SignedIn } from './session.ts'

export type StaffLinkAnswer =
  | { readonly kind: 'made'; readonly url: string }
  | { readonly kind: 'mutual' | 'not-fresh' }
  | NotAllowed

/** The ones made before stop working. @param mail what tells whose account it is; null where they have no address */
export async function linkForStaff(
  by: Person,
  signedIn: SignedIn,
  account: string,
  mail: (account: Person) => Promise<MadeLinkMail | null>,
  now: number,
): Promise<StaffLinkAnswer> {
  if (!mayAdminister(by) || by.id === account) return NOT_ALLOWED
  const person = await findPerson(account)
  if (!person || !isStaff(person)) return NOT_ALLOWED
  if (!isFresh(signedIn, now)) return { kind: 'not-fresh' }
  try {
    const { url } = await makeWayIn(
      { kind: 'reset', person: account, createdBy: by.id },
      now,
      await mail(person),
      [guardNotMutual(by.id, account, now - MUTUAL_MS), withdrawLinksOf(account, now)],
    )
    return { kind: 'made', url }
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'mutual' }
    throw error
  }
}
