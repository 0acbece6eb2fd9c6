import type { Language } from '#domain/course/language.ts'
import { hasPlainLetters } from './names.ts'

/** One address, at most 254 letters; whether it exists only a mail can tell. */
export const isEmail = (typed: string): boolean =>
  typed.length <= 254 &&
  /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\.]+(\.[^\s@<>",;:()[\]\\.]+)+$/.test(typed)

/** Upper and lower case are the same, and so are é in one piece and é in two, as some keyboards send it. */
export const asSignInName = (typed: string): string => typed.trim().normalize('NFC').toLowerCase()

/**
 * Any address that may be invited (O'Brien's too), or a word of 3 to 100 letters from a to z, with accents or not, without
 * blanks. @param name as `asSignInName` gives it
 */
export const isSignInName = (name: string): boolean =>
  isEmail(name) || (hasPlainLetters(name) && /^[^\s<>"'\\]{3,100}$/u.test(name))

export type NameProblem = 'missing' | 'too-long' | 'address'

/** A name stands in lists and letters, so it has no line ends. */
export const asName = (typed: string): string => typed.trim().normalize('NFC').replace(/\s+/g, ' ')

/** An address or a tag in it is a slip: the name would stand so in letters and on the certificate. @param name as `asName` gives it */
export function problemWithName(name: string): NameProblem | null {
  if (!name) return 'missing'
  if ([...name].length > 100) return 'too-long'
  return /[@<>]/.test(name) ? 'address' : null
}

export const ROLES = ['trainee', 'observer', 'coordinator', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export interface RoleIn {
  readonly role: Role
  /** Programme slug; '' for an administrator. */
  readonly programme: string
}

/** A signed-in person, as pages and verbs see them. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly language: Language
  readonly roles: readonly RoleIn[]
  /** How they like to read, as `keptDisplay` writes it. */
  readonly display: string
  /** Ids of the areas that they would talk about; left out where nobody looked. */
  readonly areas?: readonly string[]
  /** When their session began, where private words of before it stay closed in it (held.ts); left out else. */
  readonly closedBefore?: number
}

/** No role beyond that of a trainee: nothing asks them for a password. */
export const isTraineeOnly = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.length > 0 && roles.every(({ role }) => role === 'trainee')

/** Whoever reads or decides about what others wrote. */
export const isStaff = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some(({ role }) => role !== 'trainee')

export const isAdministrator = (person: Person): boolean =>
  person.roles.some(({ role }) => role === 'administrator')

/** Programmes in which the person has this role. */
export const programmesAs = (person: Person, role: Role): string[] =>
  person.roles.filter((one) => one.role === role).map(({ programme }) => programme)

export const hasRole = (person: Person, role: Role, programme: string): boolean =>
  person.roles.some((one) => one.role === role && one.programme === programme)

/** Whom each may invite; whoever makes an invitation again sees its code, so the same holds for that. */
export const INVITES = {
  coordinator: ['trainee', 'observer'],
  administrator: ['coordinator'],
} as const satisfies Partial<Record<Role, readonly Role[]>>

/** Whoever has a new link for an account can enter it: only for accounts that reach no further than their own. */
export const mayMakeLinkFor = (coordinator: Person, account: Pick<Person, 'roles'>): boolean =>
  account.roles.every(
    ({ role, programme }) =>
      (role === 'trainee' || role === 'observer') && hasRole(coordinator, 'coordinator', programme),
  )
