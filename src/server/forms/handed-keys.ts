/** All that a session of somebody may open on a device: its own keys, and those of codes by which they came in before. */
import { read } from '#db/client.ts'
import { linksIntoQuery } from '#db/links.ts'
import { heldUntil } from '#domain/people/held.ts'
import type { SignedIn } from '#server/access/session.ts'
import { deviceKey } from './device-key.ts'
import { privateHalf, publicHalf } from './device-pair.ts'

interface Keys {
  /** Null at a computer that others use. */
  readonly key: string | null
  readonly publicKey: string
  readonly privateKey: string | null
}

export interface HandedKeys extends Keys {
  readonly person: string
  /** A code of staff opened this session: what it cannot open may be of before, and stays. */
  readonly held: boolean
  /** Of sessions that such codes opened: what was written in those is opened by whoever came by a way of their own. */
  readonly earlier: readonly Keys[]
}

export async function handedKeys(signedIn: SignedIn, now: number): Promise<HandedKeys> {
  const { person, shared } = signedIn
  const held = signedIn.heldUntil !== null
  const codes = held || shared ? [] : await read(linksIntoQuery(person))
  const used = new Set(codes.filter(({ usedAt }) => usedAt !== null).map(({ at }) => at))
  return {
    person,
    held,
    ...(await keysOf(signedIn, now)),
    earlier: await Promise.all(
      [...used].map((at) => keysOf({ person, shared, heldUntil: heldUntil(at) }, now)),
    ),
  }
}

async function keysOf(
  session: Pick<SignedIn, 'person' | 'shared' | 'heldUntil'>,
  now: number,
): Promise<Keys> {
  return {
    key: await deviceKey(session, now),
    publicKey: await publicHalf(session, now),
    privateKey: await privateHalf(session, now),
  }
}
