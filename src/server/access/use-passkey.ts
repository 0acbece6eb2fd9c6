/** One use of a passkey, whatever it is for: right or not, written once, never taken twice. */
import { GuardFailed, isTaken, write } from '#db/client.ts'
import { answerChallenge, findPasskey, passkeyUsed } from '#db/passkeys.ts'
import { stillHeld } from '#domain/people/held.ts'
import { challengeIn, personIn, readUsed } from './passkey-answer.ts'
import { readChallenge, type ChallengeFor } from './passkey-challenge.ts'
import { hashOfSecret } from './secret.ts'
import { releaseTry, type Throttled } from './throttle.ts'
import { counterOf, passkeySite } from './webauthn.ts'

export type UsedPasskey =
  /** `person`: whose it is; `heldUntil`: until when it opens nothing of before (domain/people/held.ts). */
  | { readonly kind: 'right'; readonly person: string; readonly heldUntil: number | null }
  /** Unknown, removed, another one's, of another site, too late, a second time: told in the same words. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly minutes: number }

const WRONG = { kind: 'wrong' } as const

/**
 * @param text what the device answered, as the form brings it
 * @param reserve counts the try. It is given the sign-in name of whose passkey it is, or something for an unknown one
 */
export async function usePasskey(
  text: string,
  wish: ChallengeFor,
  reserve: (name: string) => Promise<Throttled>,
  now: number,
): Promise<UsedPasskey> {
  const site = passkeySite()
  const answer = readUsed(text)
  const passkey = answer && (await findPasskey(answer.id))
  const tries = await reserve(passkey?.signInName ?? hashOfSecret(answer?.id ?? text))
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  if (!site || !answer || !passkey || personIn(answer) !== passkey.person) return WRONG
  const said = challengeIn(answer)
  const challenge = await readChallenge(said, wish, now)
  if (!challenge) return WRONG
  const counter = await counterOf(site, answer, passkey, said)
  if (counter === null) return WRONG
  try {
    await write([
      ...answerChallenge(challenge.id, challenge.expiresAt, now),
      ...passkeyUsed(passkey, counter, now),
    ])
  } catch (error) {
    // Sent twice, or removed meanwhile.
    if (error instanceof GuardFailed || isTaken(error, 'answered_challenges')) return WRONG
    throw error
  }
  await releaseTry(tries)
  return { kind: 'right', person: passkey.person, heldUntil: stillHeld(passkey.heldUntil, now) }
}
