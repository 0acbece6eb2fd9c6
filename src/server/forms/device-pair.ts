/**
 * The key pair of a person, for words that they write where there is no connection (docs/decisions/offline-queue.md): the
 * public half closes them on the device, the private half goes only to a session of theirs. The same on each device. A session
 * that a code of staff opened has a pair of its own: what was written before stays closed in it (domain/people/held.ts).
 */
import { createECDH, createHmac } from 'node:crypto'
import { serverKey } from '#server/access/server-key.ts'
import type { SignedIn } from '#server/access/session.ts'
import { keyedBy } from './device-key.ts'

const CURVE = 'prime256v1'

/** @returns raw, 65 bytes, in base64: it may lie on a device of its person */
export const publicHalf = async (
  { person, heldUntil }: Pick<SignedIn, 'person' | 'heldUntil'>,
  now: number,
): Promise<string> => (await pairOf(keyedBy(person, heldUntil), now)).getPublicKey('base64')

/** @returns 32 bytes in base64; null at a computer that others use: there nothing is kept, so nothing is opened */
export const privateHalf = async (
  { person, shared, heldUntil }: Pick<SignedIn, 'person' | 'shared' | 'heldUntil'>,
  now: number,
): Promise<string | null> =>
  shared ? null : (await pairOf(keyedBy(person, heldUntil), now)).getPrivateKey('base64')

async function pairOf(person: string, now: number) {
  const secret = await serverKey('device-pair', now)
  const pair = createECDH(CURVE)
  // Of 2^32 numbers one is none of the curve's: then the next one is.
  for (let count = 0; ; count++)
    try {
      pair.setPrivateKey(createHmac('sha256', secret).update(`${count}:${person}`).digest())
      return pair
    } catch (error) {
      if (count > 9) throw error
    }
}
