/** An app that makes codes becomes the second factor of whoever is signed in, or takes the place of the one before. */
import { createHmac } from 'node:crypto'
import { write } from '#db/client.ts'
import { markFactorShown, putCodeApp } from '#db/factors.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { noteUnproven, securityEvent } from './note-entry.ts'
import { asAppCode, asBase32, readAppCode } from './one-time-code.ts'
import { replaceCodes, type NewCodes } from './recovery-codes.ts'
import { serverKey } from './server-key.ts'
import { isFresh, type SignedIn } from './session.ts'
import { tellOwner, type ToOwner } from './tell-owner.ts'
import { releaseTry, reserveFactor, type Whence } from './throttle.ts'

/**
 * What the app is to know. It follows from the form's id and a key of the server, so that opening the page writes nothing
 * and a form that comes back shows the same one.
 */
export const newAppSecret = async (person: string, id: string, now: number): Promise<string> =>
  asBase32(
    createHmac('sha256', await serverKey('factor', now))
      .update(`app\n${person}\n${id}`)
      .digest()
      .subarray(0, 20),
  )

export type SetUpAnswer =
  /** `codes`: shown once; null where they have some from before. */
  | { readonly kind: 'set-up'; readonly codes: NewCodes | null }
  | { readonly kind: 'wrong' | 'clock' | 'malformed' | 'not-fresh' }
  | { readonly kind: 'too-many'; readonly minutes: number }
  | NotAllowed

/** @param typed.id of the form @param mail what tells them, where they have an address */
export async function setUpApp(
  by: Person,
  signedIn: SignedIn,
  typed: { readonly id: string; readonly code: string },
  mail: ToOwner | null,
  whence: Whence,
  now: number,
): Promise<SetUpAnswer> {
  if (!isStaff(by) || !isUuid(typed.id)) return NOT_ALLOWED
  if (!isFresh(signedIn, now)) return { kind: 'not-fresh' }
  const code = asAppCode(typed.code)
  if (code === null) return { kind: 'malformed' }
  const tries = await reserveFactor(by.id, now)
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const secret = await newAppSecret(by.id, typed.id, now)
  const answer = readAppCode(secret, code, now)
  if (answer.kind !== 'right') {
    await noteUnproven(by.id, { way: 'app', whence }, now)
    return { kind: answer.kind }
  }
  const codes = signedIn.factors.codes ? null : replaceCodes(by.id, now)
  await write([
    putCodeApp({ person: by.id, secret, createdAt: now, usedStep: answer.step }),
    ...(codes?.queries ?? []),
    markFactorShown(signedIn.sessionId, now),
    securityEvent('factor-added', { person: by.id, way: 'app' }, whence, now),
    ...tellOwner(mail, now),
    audited(now, by.id, 'factor-added', by.id, ''),
  ])
  await releaseTry(tries)
  return { kind: 'set-up', codes: codes?.codes ?? null }
}
