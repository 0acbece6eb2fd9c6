/** What somebody fills in who comes by a link, and what is wrong with it. */
import type { LinkRow } from '#db/links.ts'
import { isLookAlike } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { asContact, problemsWithContact } from '#domain/people/contact.ts'
import { fold, MARK } from '#domain/people/names.ts'
import {
  asName,
  isSignInName,
  problemWithName,
  type NameProblem,
  type Person,
  type Role,
} from '#domain/people/person.ts'
import type { Age } from '#domain/people/session-age.ts'
import { problemWithPassword, type PasswordProblem } from './password.ts'
import { wordsAround } from './password-words.ts'
import { newCode } from './secret.ts'

export interface JoinForm {
  readonly shared: boolean
  /** Left out: as the inviter calls them. */
  readonly name?: string
  /** '' or left out by a trainee: one is made of the name. */
  readonly signInName?: string
  /** '' or left out by a trainee: none. */
  readonly password?: string
  /** Left out: as the inviter wrote it. */
  readonly email?: string
  readonly language?: Language
  /** The code was typed, not opened by a link. */
  readonly isTyped?: boolean
  /** What the browser holds that asked for a mailed code. */
  readonly asked?: string
}

export type JoinProblem =
  | { readonly field: 'name'; readonly problem: NameProblem }
  | { readonly field: 'signInName'; readonly problem: 'missing' | 'malformed' | 'taken' }
  | { readonly field: 'email'; readonly problem: 'malformed' }
  | { readonly field: 'password'; readonly problem: PasswordProblem }
  /** A mailed code was opened in another browser than the one that asked for it: it is typed. */
  | { readonly field: 'code'; readonly problem: 'missing' }

export interface Joined {
  readonly kind: 'joined'
  readonly secret: string
  readonly age: Age
  readonly person: Person
}

export type JoinAnswer =
  | Joined
  | { readonly kind: 'refused'; readonly problems: readonly JoinProblem[] }
  | { readonly kind: 'unknown' | 'used' | 'expired' | 'withdrawn'; readonly role?: Role | null }
  | { readonly kind: 'too-many'; readonly minutes: number }

export interface Joining {
  readonly name: string
  /** As `asSignInName` gives it; '' where one is to be made. */
  readonly signInName: string
  /** '' for none. */
  readonly password: string
  readonly email: string
}

/** Trainees need neither sign-in name nor password. */
export async function problemsWith(link: LinkRow, form: Joining): Promise<JoinProblem[]> {
  const problems: JoinProblem[] = []
  const mayLackPassword = link.kind === 'invitation' && link.role === 'trainee'
  const { name, signInName, password, email } = form
  if (!link.person) {
    const problem = problemWithName(asName(name))
    if (problem) problems.push({ field: 'name', problem })
    if (!signInName) {
      // With a password there must be a name that one remembers: an address is one.
      if (!mayLackPassword || (password && !email))
        problems.push({ field: 'signInName', problem: 'missing' })
    } else if (!isSignInName(signInName))
      problems.push({ field: 'signInName', problem: 'malformed' })
    else if (await isLookAlike(signInName)) problems.push({ field: 'signInName', problem: 'taken' })
    if (problemsWithContact(asContact({ email, phone: '' })).length)
      problems.push({ field: 'email', problem: 'malformed' })
  }
  if (password || !mayLackPassword) {
    const problem = problemWithPassword(password, signInName, wordsAround(asName(name)))
    if (problem) problems.push({ field: 'password', problem })
  }
  return problems
}

/** A sign-in name that nobody has, of the name that people call them: nobody has to invent one. */
export async function freeSignInName(name: string): Promise<string> {
  const plain = fold(name).replaceAll(MARK, '').replaceAll(' ', '.').slice(0, 60)
  const base = isSignInName(plain) ? plain : 'trainee'
  if (base === plain && !(await isLookAlike(base))) return base
  return `${base}.${newCode().slice(0, 5).toLowerCase()}`
}
