/**
 * How often somebody may try to get in: by account and address together, and by account alone with a wide limit,
 * so that strangers cannot lock an account out. Counted in the database, before the try (R20).
 */
import { clearAttempts, reserveAttempt } from '#db/attempts.ts'
import { hashOfSecret } from './secret.ts'

const QUARTER = 15 * 60_000
const LIMITS = {
  /** One account from one address. */
  pair: 10,
  /** One address, whatever the account. */
  address: 100,
} as const

export type Throttled = { readonly ok: true } | { readonly ok: false; readonly minutes: number }

/** @param address the client's network address @param name sign-in name, link or code that is tried */
export async function reserveTry(address: string, name: string, now: number): Promise<Throttled> {
  const pair = await reserveAttempt(pairKey(address, name), QUARTER, now)
  const wide = await reserveAttempt(`address ${hashOfSecret(address)}`, QUARTER, now)
  const over = pair.count > LIMITS.pair ? pair : wide.count > LIMITS.address ? wide : null
  if (!over) return { ok: true }
  return { ok: false, minutes: Math.max(1, Math.ceil((over.windowEndsAt - now) / 60_000)) }
}

/** After a good sign-in the pair starts afresh. */
export const forgetTries = (address: string, name: string): Promise<void> =>
  clearAttempts(pairKey(address, name))

/** Hashed: a sign-in name may be an e-mail address. */
const pairKey = (address: string, name: string): string =>
  `pair ${hashOfSecret(`${address}\n${name.trim().toLowerCase()}`)}`
