/**
 * A device on which an account signed in before, proven by a cookie of its own: strangers who guess cannot use up its tries.
 * The cookie holds a random id and one tag for each account, which only a server of ours can make: no name, no person.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { settings } from '#settings.ts'
import { newSecret } from './secret.ts'
import { serverKey } from './server-key.ts'

/** How many accounts one device remembers, the latest first. */
const MOST = 8
const SIGNS = 22

export const deviceCookieName = (): string =>
  settings().origin.startsWith('https:') ? '__Host-alongside-device' : 'alongside-device'

/** As long as browsers keep any. */
export const deviceCookieOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: settings().origin.startsWith('https:'),
  path: '/',
  maxAge: 400 * 86_400,
})

/** @param cookie '' for none @param name as the person signs in @returns the device's id where that account signed in on it */
export async function findKnownDevice(
  cookie: string,
  name: string,
  now: number,
): Promise<string | null> {
  const { id, tags } = read(cookie)
  if (!id || tags.length === 0) return null
  const right = Buffer.from(await tagOf(id, name, now))
  return tags.some((tag) => timingSafeEqual(Buffer.from(tag), right)) ? id : null
}

/** @returns the cookie with this account in it */
export async function rememberDevice(cookie: string, name: string, now: number): Promise<string> {
  const known = read(cookie)
  const id = known.id || newSecret().slice(0, SIGNS)
  const tag = await tagOf(id, name, now)
  const tags = [tag, ...known.tags.filter((one) => one !== tag)].slice(0, MOST)
  return [id, ...tags].join('.')
}

function read(cookie: string): { readonly id: string; readonly tags: readonly string[] } {
  const parts = cookie.length > 300 ? [] : cookie.split('.')
  const isWhole = parts.every((part) => part.length === SIGNS && /^[\w-]+$/.test(part))
  const [id = '', ...tags] = isWhole ? parts : []
  return { id, tags }
}

const tagOf = async (id: string, name: string, now: number): Promise<string> =>
  createHmac('sha256', await serverKey('device', now))
    .update(`${id}\n${name}`)
    .digest('base64url')
    .slice(0, SIGNS)
