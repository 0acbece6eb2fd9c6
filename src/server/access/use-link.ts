/** Using a one-time link: an account is made, a password chosen, or somebody is let in. */
import { guard, GuardFailed, isTaken, write, type Query } from '#db/client.ts'
import { linkIsUnused, markLinkUsed, withdrawLinksOf, type LinkRow } from '#db/links.ts'
import {
  findPerson,
  hasAdministrator,
  insertPerson,
  insertRole,
  updatePassword,
} from '#db/people.ts'
import { heldUntil } from '#domain/people/held.ts'
import { asName, asSignInName, isEmail } from '#domain/people/person.ts'
import type { EntryWay } from '#domain/people/security.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { carriedOver } from './carried-over.ts'
import { enterAgain, enterBy } from './enter-by-link.ts'
import {
  freeSignInName,
  problemsWith,
  type JoinAnswer,
  type JoinForm,
  type Joining,
} from './join-form.ts'
import { lookedAfterBy } from './looked-after-by.ts'
import { noteRefused, noteThrottled } from './note-entry.ts'
import { openLink } from './open-link.ts'
import { hashPassword } from './password.ts'
import { hashOfSecret, plainSecret } from './secret.ts'
import { endSessionsOf, startSession } from './session.ts'
import { ageOf } from './sign-in.ts'
import { releaseTry, reserveTry, type Whence } from './throttle.ts'

/** Makes the account that the link promises, sets a new password, or signs in, as the link's kind says. */
export async function useLink(
  secret: string,
  form: JoinForm,
  whence: Whence,
  now: number,
): Promise<JoinAnswer> {
  const tries = await reserveTry(whence, hashOfSecret(plainSecret(secret)), now)
  if (!tries.ok) {
    await noteThrottled(tries, { way: 'link', person: null, whence }, now)
    return { kind: 'too-many', minutes: tries.minutes }
  }
  const opened = await openLink(secret, now)
  if (opened.kind !== 'open') {
    await noteRefused({ way: 'link', person: null, whence }, now)
    return opened
  }
  const { link, again } = opened
  if (link.kind === 'setup' && (await hasAdministrator())) return { kind: 'withdrawn' }
  const answer = again
    ? await enterAgain(again, link, form, whence, now)
    : link.kind === 'invitation' || link.kind === 'setup' || link.kind === 'reset'
      ? await join(link, opened.signInName, form, whence, now)
      : await enterBy(link, form, whence, now)
  if (answer.kind === 'joined') await releaseTry(tries)
  return answer
}

/** A new account, or a new password of the one that the link opens. */
async function join(
  link: LinkRow,
  account: string,
  form: JoinForm,
  whence: Whence,
  now: number,
): Promise<JoinAnswer> {
  const typed = typedBy(form, link, account)
  const problems = await problemsWith(link, typed)
  if (problems.length) return { kind: 'refused', problems }
  const id = link.person ?? newId(now)
  // What staff made a link to is no master key (domain/people/held.ts).
  const held = link.kind === 'reset' && link.createdBy ? heldUntil(link.createdAt) : null
  try {
    await write([
      guard(linkIsUnused.sql, [link.id]),
      ...(link.person
        ? [updatePassword(id, await hashPassword(typed.password), held)]
        : [
            ...(await newAccount(id, link, form, typed, now)),
            ...lookedAfterBy(link, id, now),
            ...(await carriedOver(link, id)),
          ]),
      markLinkUsed(link.id, now, id),
      withdrawLinksOf(id, now),
      audited(now, id, `link-used:${link.kind}`, id, link.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'used' }
    if (isTaken(error, 'people'))
      return { kind: 'refused', problems: [{ field: 'signInName', problem: 'taken' }] }
    throw error
  }
  if (link.person) await endSessionsOf(id)
  const person = await findPerson(id)
  if (!person) return { kind: 'unknown' }
  const age = ageOf(person, form.shared)
  const secret = await startSession(person, age, { way: wayOf(link), whence, held }, now)
  return { kind: 'joined', person, age, secret }
}

const wayOf = ({ kind }: LinkRow): EntryWay => (kind === 'sign-in' ? 'link' : kind)

const typedBy = (form: JoinForm, link: LinkRow, account: string): Joining => ({
  name: form.name ?? link.name,
  signInName: link.person ? account : asSignInName(form.signInName ?? ''),
  password: form.password ?? '',
  email: asSignInName(form.email ?? link.email),
})

async function newAccount(
  id: string,
  link: LinkRow,
  form: JoinForm,
  { name, signInName, password, email }: Joining,
  now: number,
): Promise<Query[]> {
  return [
    insertPerson({
      id,
      signInName: signInName || (await freeSignInName(name)),
      name: asName(name),
      language: form.language ?? link.language,
      passwordHash: password ? await hashPassword(password) : null,
      email: email || (isEmail(signInName) ? signInName : ''),
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
}
