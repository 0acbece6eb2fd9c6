/** What every cookie of ours that is no session's has: the browser takes it over https alone, and from this host alone. */
import { settings } from '#settings.ts'

export const isSecure = (): boolean => settings().origin.startsWith('https:')

/**
 * A name that another host of the same site cannot give to a cookie of its own.
 * @param path of the cookie: one that goes to a part of the site cannot be bound to the host by its name
 */
export const cookieNamed = (name: string, path = '/'): string =>
  isSecure() ? `${path === '/' ? '__Host-' : '__Secure-'}${name}` : name
