/** Two applications of one person: found by name and contact, joined by hand, never by a rule. */
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
