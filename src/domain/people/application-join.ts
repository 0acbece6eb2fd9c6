/** Applications of one person, or of somebody who has an account: found by name and contact, joined by hand, never by a rule. */
import { dialled } from './contact.ts'
import { fold, MARK } from './names.ts'
import { isEmail } from './person.ts'

export interface Joinable {
  readonly id: string
  readonly name: string
  readonly contact: string
  readonly sentAt: number
  /** When it was talked about last; null for never. */
  readonly talkedAt: number | null
}

/** An address whatever its letters, a number whatever stands between its digits. */
export function contactKey(contact: string): string {
  const plain = contact.trim().toLowerCase()
  return isEmail(plain) ? plain : dialled(plain) || fold(plain)
}

const plain = (name: string): string => fold(name).replaceAll(MARK, '')

export const isAlike = (one: Joinable, other: Joinable): boolean =>
  one.id !== other.id &&
  plain(one.name) === plain(other.name) &&
  contactKey(one.contact) === contactKey(other.contact)

export interface KnownAccount {
  readonly name: string
  /** What they sign in with, which may be an address. */
  readonly signInName: string
  /** '' for none. */
  readonly email: string
  readonly phone: string
}

/** Whether somebody who has an account seems to have sent it: of the same name, and reached in the same way. */
export const isOfAccount = (
  { name, contact }: Pick<Joinable, 'name' | 'contact'>,
  account: KnownAccount,
): boolean =>
  plain(name) === plain(account.name) &&
  [account.email, account.phone, account.signInName].some(
    (one) => one !== '' && contactKey(one) === contactKey(contact),
  )

/**
 * Under which of the two both stand from then on, so that nobody who waits is forgotten: one that waits for its first talk
 * before one that was answered; of two that wait the earlier one, of two that were answered the one talked about last.
 */
export function whichStays<T extends Joinable>(one: T, other: T): T {
  if (one.talkedAt === null && other.talkedAt === null)
    return one.sentAt <= other.sentAt ? one : other
  if (one.talkedAt === null || other.talkedAt === null) return one.talkedAt === null ? one : other
  return one.talkedAt >= other.talkedAt ? one : other
}

export type JoinProblem = 'itself' | 'not-alike' | 'joined-before'

/** `not-here`: they learn there no more, so what they wrote would wait for nobody. */
export type AccountProblem = 'not-alike' | 'not-here' | 'joined-before'
