/** What a browser hands to its device before a passkey is used or made; nothing is written. */
import { findPasskeys } from '#db/passkeys.ts'
import { findPersonRow } from '#db/people.ts'
import { MOST_PASSKEYS } from '#domain/people/passkey.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { newChallenge } from './passkey-challenge.ts'
import { isFresh, type SignedIn } from './session.ts'
import { askToMake, askToUse, passkeySite } from './webauthn.ts'

export type Begun =
  | { readonly kind: 'begun'; readonly options: unknown }
  /** They show who they are first. */
  | { readonly kind: 'not-fresh' }
  | NotAllowed

/** Anybody may ask: which passkey is whose is known when it answers. @param bound secret in a cookie of this browser */
export async function beginSignIn(bound: string, now: number): Promise<Begun> {
  const site = passkeySite()
  if (!site) return NOT_ALLOWED
  const challenge = await newChallenge({ use: 'enter', bound }, now)
  return { kind: 'begun', options: await askToUse(site, challenge, null) }
}

/** Only one's own passkeys are asked. */
export async function beginProof({ sessionId, person }: SignedIn, now: number): Promise<Begun> {
  const site = passkeySite()
  const has = await findPasskeys(person)
  if (!site || has.length === 0) return NOT_ALLOWED
  const challenge = await newChallenge({ use: 'prove', bound: sessionId }, now)
  return { kind: 'begun', options: await askToUse(site, challenge, has) }
}

/** Whoever came by an invitation or a code has nothing to show yet: the first one is made without. */
const canProve = async ({ id }: Person, passkeys: number): Promise<boolean> =>
  passkeys > 0 || (await findPersonRow(id))?.passwordHash != null

/** On a computer that others use none is made: it would stay there. */
export async function beginAdding(by: Person, signedIn: SignedIn, now: number): Promise<Begun> {
  const site = passkeySite()
  if (!site || signedIn.shared) return NOT_ALLOWED
  const has = await findPasskeys(by.id)
  if (!isFresh(signedIn, now) && (await canProve(by, has.length))) return { kind: 'not-fresh' }
  if (has.length >= MOST_PASSKEYS) return NOT_ALLOWED
  const challenge = await newChallenge({ use: 'add', bound: signedIn.sessionId }, now)
  return { kind: 'begun', options: await askToMake(site, challenge, by, has) }
}
