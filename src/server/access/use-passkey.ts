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
  /** `person`: whose passkey it is, or null. Unknown, removed, another one's, of another site, too late, a second time: told in the same words. */
  | { readonly kind: 'wrong'; readonly person: string | null }
  | {
      readonly kind: 'too-many'
      readonly minutes: number
      readonly isFirst: boolean
      readonly person: string | null
    }

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
  const owner = passkey?.person ?? null
  const wrong = { kind: 'wrong', person: owner } as const
  const tries = await reserve(passkey?.signInName ?? hashOfSecret(answer?.id ?? text))
  if (!tries.ok) {
    const { minutes, isFirst } = tries
    return { kind: 'too-many', minutes, isFirst, person: owner }
  }
  if (!site || !answer || !passkey || personIn(answer) !== passkey.person) return wrong
  const said = challengeIn(answer)
  const challenge = await readChallenge(said, wish, now)
  if (!challenge) return wrong
  const counter = await counterOf(site, answer, passkey, said)
  if (counter === null) return wrong
  try {
    await write([
      ...answerChallenge(challenge.id, challenge.expiresAt, now),
      ...passkeyUsed(passkey, counter, now),
    ])
  } catch (error) {
    // Sent twice, or removed meanwhile.
    if (error instanceof GuardFailed || isTaken(error, 'answered_challenges')) return wrong
    throw error
  }
  await releaseTry(tries)
  return { kind: 'right', person: passkey.person, heldUntil: stillHeld(passkey.heldUntil, now) }
}
