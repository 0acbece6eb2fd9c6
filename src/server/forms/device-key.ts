/**
 * What locks a person's unsent words on their device: only a session of theirs is handed it, so nobody else at that
 * device can read them (docs/decisions/kept-as-typed.md). It is the same on each device and in each session, but for those that
 * a code of staff opened: these have one of their own, so that what lay there before stays closed (domain/people/held.ts).
 */
import { createHmac } from 'node:crypto'
import { serverKey } from '#server/access/server-key.ts'
import type { SignedIn } from '#server/access/session.ts'

/** @returns 32 bytes in base64; null at a computer that others use: there nothing is kept */
export const deviceKey = async (
  { person, shared, heldUntil }: Pick<SignedIn, 'person' | 'shared' | 'heldUntil'>,
  now: number,
): Promise<string | null> =>
  shared
    ? null
    : createHmac('sha256', await serverKey('device-words', now))
        .update(keyedBy(person, heldUntil))
        .digest('base64')

/** @param held of a session that a code of staff opened, until when; null for a way of their own */
export const keyedBy = (person: string, held: number | null): string =>
  held === null ? person : `${person}:${held}`
