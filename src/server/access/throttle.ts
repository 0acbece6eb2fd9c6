/**
 * How often somebody may try to get in: one rule for every path (password, proof, link, code), counted in the database
 * before the try (R20; docs/decisions/throttle.md).
 * - A device that signed in to the account before, or is signed in now, has tries of its own: no stranger uses them up.
 * - All other devices share the tries of the account, whatever their addresses, and those of their network.
 */
import { releaseAttempts, reserveAttempts } from '#db/attempts.ts'
import { networkOf } from '#domain/people/network.ts'
import { asSignInName } from '#domain/people/person.ts'
import { findKnownDevice } from './known-device.ts'
import { hashOfSecret } from './secret.ts'

const QUARTER = 15 * 60_000
const LIMITS = {
  /** One account, link or code from all devices that do not know it; and from one that does. */
  account: 10,
  /** One network, whatever is tried. */
  network: 100,
  /** Codes that one browser types wrong; and mails that are asked for to one address. */
  codes: 10,
  mails: 5,
} as const

/** Where a try comes from. */
export interface Whence {
  /** The client's network address. */
  readonly address: string
  /** What the device's cookie holds; '' for none. */
  readonly device: string
  /** The session that the browser has now, or null: signing in takes its place. */
  readonly session: string | null
  /** How the browser calls itself; left out where it does not. */
  readonly agent?: string
}

interface Key {
  readonly key: string
  readonly limit: number
}

export type Throttled =
  /** `keys` are counted; see `releaseTry`. */
  | { readonly ok: true; readonly keys: readonly string[] }
  /** `isFirst`: the first one over in its window, for whoever writes it down. */
  | { readonly ok: false; readonly minutes: number; readonly isFirst: boolean }

/** @param name sign-in name, or hash of a link or code */
export async function reserveTry(whence: Whence, name: string, now: number): Promise<Throttled> {
  const account = asSignInName(name)
  const device = await findKnownDevice(whence.device, account, now)
  return reserve(
    device
      ? [known('device', device, account)]
      : [
          { key: `account ${hashOfSecret(account)}`, limit: LIMITS.account },
          networkKey(whence.address),
        ],
    now,
  )
}

/**
 * For codes that are typed: ten wrong ones of one browser, in a waiting room where everybody comes from one address.
 * @param code hash of what was typed @param of whoever mistypes the code of a request may still sign in
 */
export const reserveCode = (
  whence: Whence,
  code: string,
  now: number,
  of: 'codes' | 'request-codes' = 'codes',
): Promise<Throttled> =>
  reserve(
    [
      { key: `account ${hashOfSecret(code)}`, limit: LIMITS.account },
      { key: `${of} ${hashOfSecret(browserOf(whence))}`, limit: LIMITS.codes },
      networkKey(whence.address),
    ],
    now,
  )

/**
 * For asking that a code is mailed: nobody's mailbox is filled. A device that knows one of the accounts has tries of its own.
 * @param names sign-in names of the accounts with this address; none is counted alike
 */
export async function reserveMail(
  whence: Whence,
  address: string,
  names: readonly string[],
  now: number,
): Promise<Throttled> {
  const devices = await Promise.all(names.map((name) => findKnownDevice(whence.device, name, now)))
  const device = devices.find((one) => one !== null)
  const mails = { key: `mails ${hashOfSecret(address)}`, limit: LIMITS.mails }
  return reserve(
    device
      ? [{ key: `mails ${hashOfSecret(`${device}\n${address}`)}`, limit: LIMITS.mails }]
      : [mails, networkKey(whence.address)],
    now,
  )
}

const browserOf = ({ address, device, agent = '' }: Whence): string =>
  [networkOf(address), device, agent].join('\n')

/** The same for somebody who is signed in and shows once more who they are. @param session its id */
export const reserveProof = (session: string, name: string, now: number): Promise<Throttled> =>
  reserve([known('session', session, asSignInName(name))], now)

/** For a second factor: one count of the account, whichever session or device tries. @param person id */
export const reserveFactor = (person: string, now: number): Promise<Throttled> =>
  reserve([{ key: `factor ${hashOfSecret(person)}`, limit: LIMITS.account }], now)

/** For looking at what is public under a code: strangers do it all day, each network so often. */
export const reserveLook = (address: string, what: string, now: number): Promise<Throttled> =>
  reserve(
    [
      { key: `look ${hashOfSecret(`${networkOf(address)}\n${what}`)}`, limit: LIMITS.account },
      networkKey(address),
    ],
    now,
  )

/** A try that was right is none. */
export const releaseTry = ({ keys }: { readonly keys: readonly string[] }): Promise<void> =>
  releaseAttempts(keys)

async function reserve(keys: readonly Key[], now: number): Promise<Throttled> {
  const names = keys.map(({ key }) => key)
  const counted = await reserveAttempts(names, QUARTER, now)
  const overBy = counted.map(({ count }, at) => count - (keys[at]?.limit ?? 0))
  const over = counted.find((_, at) => (overBy[at] ?? 0) > 0)
  if (!over) return { ok: true, keys: names }
  const isFirst = Math.max(...overBy) === 1
  return { ok: false, minutes: Math.max(1, Math.ceil((over.windowEndsAt - now) / 60_000)), isFirst }
}

/** Hashed: a sign-in name may be an e-mail address. */
const known = (what: 'device' | 'session', id: string, account: string): Key => ({
  key: `${what} ${hashOfSecret(`${id}\n${account}`)}`,
  limit: LIMITS.account,
})

const networkKey = (address: string): Key => ({
  key: `network ${hashOfSecret(networkOf(address))}`,
  limit: LIMITS.network,
})
