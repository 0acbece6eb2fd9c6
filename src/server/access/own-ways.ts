/** How somebody comes in, and how they are reached: their own to change, and they are told where they were reached before. */
import { isTaken, write, type Query } from '#db/client.ts'
import { insertMail } from '#db/outbox.ts'
import {
  isLookAlike,
  findPersonRow,
  updateContact,
  updatePassword,
  updateSignInName,
} from '#db/people.ts'
import { putOwn } from '#db/profiles.ts'
import { deleteSessionsBut } from '#db/sessions.ts'
import {
  asContact,
  problemsWithContact,
  type Contact,
  type ContactProblem,
} from '#domain/people/contact.ts'
import { canProve } from '#domain/people/factor.ts'
import { asSignInName, isSignInName, type Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import type { JoinProblem } from './join-form.ts'
import type { MadeLinkMail } from './make-link.ts'
import { hashPassword, problemWithPassword } from './password.ts'
import { wordsAround } from './password-words.ts'
import { isFresh, type SignedIn } from './session.ts'

/** Told at the address that there was, in their language. */
export type ChangeWords = (person: Person, address: string) => MadeLinkMail

export type ContactOutcome =
  /** Codes are mailed to an address: another one asks for a fresh proof, as another password does. */
  | { readonly kind: 'saved' | 'not-fresh' }
  | { readonly kind: 'refused'; readonly problems: readonly ContactProblem[] }

export async function saveContact(
  by: Person,
  signedIn: SignedIn,
  typed: Contact,
  words: ChangeWords,
  now: number,
): Promise<ContactOutcome> {
  const { heldUntil } = signedIn
  const contact = asContact(typed)
  const problems = problemsWithContact(contact)
  if (problems.length) return { kind: 'refused', problems }
  const before = await findPersonRow(by.id)
  const isMoved = before !== null && before.email !== contact.email
  if (!before || (!isMoved && before.phone === contact.phone)) return { kind: 'saved' }
  if (isMoved && canProve(signedIn.proofs) && !isFresh(signedIn, now)) return { kind: 'not-fresh' }
  await write([
    // What mails codes from here on holds as much as what it was typed in.
    isMoved ? updateContact(by.id, contact, heldUntil) : updateContact(by.id, contact),
    ...(isMoved ? toldAt(before.email, by, words, now) : []),
    ...(before.phone === contact.phone ? [] : putOwn(by.id, 'phone', '', now)),
    audited(now, by.id, 'contact-changed', by.id, ''),
  ])
  return { kind: 'saved' }
}

export type PasswordOutcome =
  | { readonly kind: 'saved' }
  | {
      readonly kind: 'refused'
      readonly problems: readonly Extract<JoinProblem, { field: 'signInName' | 'password' }>[]
    }

/** The first one, or another: then whoever is signed in elsewhere is not any longer. That the old one was asked for is the page's. */
export async function choosePassword(
  by: Person,
  { sessionId, heldUntil }: SignedIn,
  typed: { readonly signInName: string; readonly password: string },
  words: ChangeWords,
  now: number,
): Promise<PasswordOutcome> {
  const signInName = asSignInName(typed.signInName)
  const problem = problemWithPassword(typed.password, signInName, wordsAround(by.name))
  const name = await problemWithSignInName(by, signInName)
  const problems = [
    ...(name ? [{ field: 'signInName', problem: name } as const] : []),
    ...(problem ? [{ field: 'password', problem } as const] : []),
  ]
  if (problems.length) return { kind: 'refused', problems }
  const before = await findPersonRow(by.id)
  try {
    await write([
      updatePassword(by.id, await hashPassword(typed.password), heldUntil),
      updateSignInName(by.id, signInName, by.name),
      ...(before?.passwordHash ? [deleteSessionsBut(by.id, sessionId)] : []),
      ...toldAt(before?.email ?? '', by, words, now),
      audited(now, by.id, 'password-chosen', by.id, ''),
    ])
  } catch (error) {
    if (!isTaken(error, 'people')) throw error
    return { kind: 'refused', problems: [{ field: 'signInName', problem: 'taken' }] }
  }
  return { kind: 'saved' }
}

async function problemWithSignInName(
  { id, signInName }: Person,
  typed: string,
): Promise<'missing' | 'malformed' | 'taken' | null> {
  if (!typed) return 'missing'
  if (typed === signInName) return null
  if (!isSignInName(typed)) return 'malformed'
  return (await isLookAlike(typed, id)) ? 'taken' : null
}

function toldAt(address: string, by: Person, words: ChangeWords, now: number): Query[] {
  if (!address || !settings().mail) return []
  return [insertMail({ id: newId(now), ...words(by, address), createdAt: now, nextTryAt: now })]
}
