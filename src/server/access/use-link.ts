/** Opening and using a one-time link. */
import { guard, GuardFailed, isTaken, write, type Query } from '#db/client.ts'
import { insertAudit } from '#db/audit.ts'
import { findLink, linkIsUnused, markLinkUsed, withdrawLinksOf, type LinkRow } from '#db/links.ts'
import {
  findBySignInName,
  findPerson,
  findPersonRow,
  hasAdministrator,
  insertPerson,
  insertRole,
  updatePassword,
} from '#db/people.ts'
import { isLanguage, type Language } from '#domain/course/language.ts'
import {
  asName,
  asSignInName,
  isSignInName,
  problemWithName,
  type NameProblem,
  type Person,
  type Role,
} from '#domain/people/person.ts'
import type { Age } from '#domain/people/session-age.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashPassword, problemWithPassword, type PasswordProblem } from './password.ts'
import { hashOfSecret, plainSecret } from './secret.ts'
import { endSessionsOf, startSession } from './session.ts'
import { ageOf } from './sign-in.ts'
import { releaseTry, reserveTry, type Whence } from './throttle.ts'

export type OpenedLink =
  | {
      readonly kind: 'open'
      readonly link: LinkRow
      readonly signInName: string
      /** Of the person whose account it opens, or that the inviter chose; null: nobody's yet, so the browser's. */
      readonly language: Language | null
    }
  | { readonly kind: 'unknown' }
  /** What it invited to, or null: whom to ask for another one depends on it. */
  | { readonly kind: 'used' | 'expired' | 'withdrawn'; readonly role: Role | null }

export async function openLink(secret: string, now: number): Promise<OpenedLink> {
  const link = secret.length > 100 ? null : await findLink(hashOfSecret(plainSecret(secret)))
  if (!link) return { kind: 'unknown' }
  // A link into an account says nothing of what its person may do.
  const role = link.kind === 'invitation' ? link.role : null
  if (link.usedAt !== null) return { kind: 'used', role }
  if (link.withdrawnAt !== null) return { kind: 'withdrawn', role }
  if (link.expiresAt <= now) return { kind: 'expired', role }
  const person = link.person ? await findPersonRow(link.person) : null
  return {
    kind: 'open',
    link,
    signInName: person?.signInName ?? '',
    language: languageOf(link, person?.language),
  }
}

function languageOf({ kind, language }: LinkRow, own: string | undefined): Language | null {
  const said = own ?? (kind === 'invitation' ? language : null)
  return isLanguage(said) ? said : null
}

export interface JoinForm {
  readonly name: string
  readonly signInName: string
  readonly password: string
  readonly language: Language
  readonly shared: boolean
}

export type JoinProblem =
  | { readonly field: 'name'; readonly problem: NameProblem }
  | { readonly field: 'signInName'; readonly problem: 'missing' | 'malformed' | 'taken' }
  | { readonly field: 'password'; readonly problem: PasswordProblem }

export type JoinAnswer =
  | { readonly kind: 'joined'; readonly secret: string; readonly age: Age; readonly person: Person }
  | { readonly kind: 'refused'; readonly problems: readonly JoinProblem[] }
  | { readonly kind: 'unknown' | 'used' | 'expired' | 'withdrawn' }
  | { readonly kind: 'too-many'; readonly minutes: number }

/** Makes the account that the link promises, sets a new password, or signs in, as the link's kind says. */
export async function useLink(
  secret: string,
  form: JoinForm,
  whence: Whence,
  now: number,
): Promise<JoinAnswer> {
  const tries = await reserveTry(whence, hashOfSecret(plainSecret(secret)), now)
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const opened = await openLink(secret, now)
  if (opened.kind !== 'open') return opened
  const { link } = opened
  if (link.kind === 'setup' && (await hasAdministrator())) return { kind: 'withdrawn' }
  if (link.kind === 'sign-in') return signInBy(link, form.shared, whence, now)
  const signInName = link.person ? opened.signInName : asSignInName(form.signInName)
  const problems = await problemsWith(link, { ...form, signInName })
  if (problems.length) return { kind: 'refused', problems }
  const id = link.person ?? newId(now)
  const passwordHash = await hashPassword(form.password)
  const account: Query[] = link.person
    ? [updatePassword(id, passwordHash)]
    : [
        insertPerson({
          id,
          signInName,
          name: asName(form.name),
          language: form.language,
          passwordHash,
          createdAt: now,
        }),
        insertRole({
          person: id,
          role: link.kind === 'setup' ? 'administrator' : (link.role ?? 'trainee'),
          programme: link.programme,
          createdAt: now,
          cohort: link.role === 'trainee' ? link.cohort : null,
        }),
      ]
  try {
    await write([
      guard(linkIsUnused.sql, [link.id]),
      ...account,
      markLinkUsed(link.id, now, id),
      withdrawLinksOf(id, now),
      insertAudit({
        id: newId(now),
        at: now,
        actor: id,
        act: `link-used:${link.kind}`,
        subject: id,
        programme: link.programme,
      }),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'used' }
    if (isTaken(error, 'people'))
      return { kind: 'refused', problems: [{ field: 'signInName', problem: 'taken' }] }
    throw error
  }
  await releaseTry(tries)
  if (link.person) await endSessionsOf(id)
  const person = await findPerson(id)
  if (!person) return { kind: 'unknown' }
  const age = ageOf(person, form.shared)
  return { kind: 'joined', person, age, secret: await startSession(id, age, now, whence.session) }
}

/** A link that signs in at once, without a password: the demo's cast. */
async function signInBy(
  link: LinkRow,
  shared: boolean,
  whence: Whence,
  now: number,
): Promise<JoinAnswer> {
  const person = link.person ? await findPerson(link.person) : null
  if (!person) return { kind: 'unknown' }
  try {
    await write([
      guard(linkIsUnused.sql, [link.id]),
      markLinkUsed(link.id, now, person.id),
      withdrawLinksOf(person.id, now),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'used' }
    throw error
  }
  const age = ageOf(person, shared)
  return {
    kind: 'joined',
    person,
    age,
    secret: await startSession(person.id, age, now, whence.session),
  }
}

async function problemsWith(link: LinkRow, form: JoinForm): Promise<JoinProblem[]> {
  const problems: JoinProblem[] = []
  if (!link.person) {
    const name = problemWithName(asName(form.name))
    if (name) problems.push({ field: 'name', problem: name })
    if (!form.signInName) problems.push({ field: 'signInName', problem: 'missing' })
    else if (!isSignInName(form.signInName))
      problems.push({ field: 'signInName', problem: 'malformed' })
    else if (await findBySignInName(form.signInName))
      problems.push({ field: 'signInName', problem: 'taken' })
  }
  const password = problemWithPassword(form.password, form.signInName)
  if (password) problems.push({ field: 'password', problem: password })
  return problems
}
