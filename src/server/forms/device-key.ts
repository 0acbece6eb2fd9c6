/**
 * What locks a person's unsent words on their device: only a session of theirs is handed it, so nobody else at that
 * device can read them (docs/decisions/kept-as-typed.md). It is the same on each device and in each session.
 */
import { createHmac } from 'node:crypto'
import { serverKey } from '#server/access/server-key.ts'
import type { SignedIn } from '#server/access/session.ts'

/** @returns 32 bytes in base64; null at a computer that others use: there nothing is kept */
export const deviceKey = async (
  { person, shared }: Pick<SignedIn, 'person' | 'shared'>,
  now: number,
): Promise<string | null> =>
  shared
    ? null
    : createHmac('sha256', await serverKey('device-words', now))
        .update(person)
        .digest('base64')
