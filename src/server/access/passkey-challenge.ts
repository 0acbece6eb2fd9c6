/**
 * What a device signs to show its passkey: good for five minutes, for one use, in the browser that asked for it.
 * It proves by itself that it is ours (an HMAC), so that asking for one writes nothing; that it was answered is written.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PasskeyUse } from '#domain/people/passkey.ts'
import { hashOfSecret } from './secret.ts'
import { serverKey } from './server-key.ts'

export const CHALLENGE_MS = 5 * 60_000
const TIME = 6
const TAG = 16
const LENGTH = 32

/** What a challenge is for, and whose. */
export interface ChallengeFor {
  readonly use: PasskeyUse
  /** The session's id; of a visitor the secret in a cookie of their browser. */
  readonly bound: string
}

/** @returns 32 bytes: when it ends, chance, and what proves both */
export async function newChallenge(wish: ChallengeFor, now: number): Promise<Buffer> {
  const head = Buffer.concat([timeBytes(now + CHALLENGE_MS), randomBytes(LENGTH - TIME - TAG)])
  return Buffer.concat([head, await tagOf(head, wish, now)])
}

/** @param challenge as the device signed it, base64url @returns null for one that is not ours, not for this, or too old */
export async function readChallenge(
  challenge: string,
  wish: ChallengeFor,
  now: number,
): Promise<{ readonly id: string; readonly expiresAt: number } | null> {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== LENGTH || !wish.bound) return null
  const head = bytes.subarray(0, LENGTH - TAG)
  if (!timingSafeEqual(bytes.subarray(LENGTH - TAG), await tagOf(head, wish, now))) return null
  const expiresAt = head.readUIntBE(0, TIME)
  return expiresAt > now ? { id: hashOfSecret(bytes.toString('base64url')), expiresAt } : null
}

function timeBytes(time: number): Buffer {
  const bytes = Buffer.alloc(TIME)
  bytes.writeUIntBE(time, 0, TIME)
  return bytes
}

const tagOf = async (head: Buffer, { use, bound }: ChallengeFor, now: number): Promise<Buffer> =>
  createHmac('sha256', await serverKey('passkey', now))
    .update(head)
    .update(`${use}\n${bound}`)
    .digest()
    .subarray(0, TAG)
