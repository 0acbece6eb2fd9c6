import { isTaken, write } from '#db/client.ts'
import { answerChallenge, findPasskeys, insertPasskey } from '#db/passkeys.ts'
import { MOST_PASSKEYS } from '#domain/people/passkey.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isStaff, type Person } from '#domain/people/person.ts'
import { markFactorShown } from '#db/factors.ts'
import { audited } from '#server/trail/audited.ts'
import { securityEvent } from './note-entry.ts'
import type { Whence } from './throttle.ts'
import { tellOwner, type ToOwner } from './tell-owner.ts'
import { challengeIn, readMade } from './passkey-answer.ts'
import { readChallenge } from './passkey-challenge.ts'
import type { SignedIn } from './session.ts'
import { passkeyIn, passkeySite } from './webauthn.ts'

export type AddOutcome =
  | { readonly kind: 'added' }
  /** Not right, too late, or there already. */
  | { readonly kind: 'refused' }
  | NotAllowed

/**
 * A device made a passkey for whoever is signed in. They showed who they are before it was asked to (`beginAdding`),
 * and the challenge says so: what the device keeps by now is not refused because a minute has passed since.
 * @param name until its owner calls it otherwise @param mail what tells them, where they have an address
 */
export async function addPasskey(
  by: Person,
  signedIn: SignedIn,
  made: { readonly answer: string; readonly name: string },
  mail: ToOwner | null,
  whence: Whence,
  now: number,
): Promise<AddOutcome> {
  const site = passkeySite()
  if (!site || signedIn.shared) return NOT_ALLOWED
  const answer = readMade(made.answer)
  if (!answer) return { kind: 'refused' }
  const said = challengeIn(answer)
  const challenge = await readChallenge(said, { use: 'add', bound: signedIn.sessionId }, now)
  const passkey = challenge && (await passkeyIn(site, answer, said))
  if (!challenge || !passkey) return { kind: 'refused' }
  if ((await findPasskeys(by.id)).length >= MOST_PASSKEYS) return NOT_ALLOWED
  try {
    await write([
      ...answerChallenge(challenge.id, challenge.expiresAt, now),
      insertPasskey({
        ...passkey,
        person: by.id,
        name: made.name,
        createdAt: now,
        heldUntil: signedIn.heldUntil,
      }),
      // What was just made was just shown: from the day on this session goes on.
      markFactorShown(signedIn.sessionId, now),
      ...(isStaff(by)
        ? [securityEvent('factor-added', { person: by.id, way: 'passkey' }, whence, now)]
        : []),
      ...tellOwner(mail, now),
      audited(now, by.id, 'passkey-added', by.id, ''),
    ])
  } catch (error) {
    if (isTaken(error, 'answered_challenges') || isTaken(error, 'passkeys'))
      return { kind: 'refused' }
    throw error
  }
  return { kind: 'added' }
}
