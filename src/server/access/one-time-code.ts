/** Codes of an app, as every such app makes them (RFC 6238: SHA-1, six digits, 30 seconds). */
import { createHmac, timingSafeEqual } from 'node:crypto'

const STEP_MS = 30_000
const DIGITS = 6
/** Steps before and after now whose code is taken: a clock may be half a minute off. */
const WINDOW = 1
/** Steps within which a code is known to be of another time: then the phone's clock is wrong, and is said to be. */
const CLOCK_WINDOW = 4
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export type CodeAnswer =
  /** `step`: the half minute since 1970 that it belongs to. */
  | { readonly kind: 'right'; readonly step: number }
  /** Right at another time. */
  | { readonly kind: 'clock' }
  | { readonly kind: 'wrong' }

/** The code of one half minute. @param secret as `newAppSecret` gives it */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0xf
  const number = digest.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

export const stepAt = (now: number): number => Math.floor(now / STEP_MS)

/** Every step is compared, whichever is right: how long it takes tells nothing. @param typed six digits */
export function readAppCode(secret: string, typed: string, now: number): CodeAnswer {
  const here = stepAt(now)
  let found: number | null = null
  for (let off = -CLOCK_WINDOW; off <= CLOCK_WINDOW; off++) {
    const isIt = timingSafeEqual(Buffer.from(codeOf(secret, here + off)), Buffer.from(typed))
    if (isIt && (found === null || Math.abs(off) < Math.abs(found))) found = off
  }
  if (found === null) return { kind: 'wrong' }
  return Math.abs(found) <= WINDOW ? { kind: 'right', step: here + found } : { kind: 'clock' }
}

/** What was typed as six digits, however they were parted; null for anything else. */
export function asAppCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s\-‐‑‒–—.]/g, '')
  return /^\d{6}$/.test(plain) ? plain : null
}

/** What an app is told, as text or as a picture. @param account as the person signs in */
export const appAddress = (secret: string, account: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${account}`)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`

/** RFC 4648 without padding. */
export function asBase32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
