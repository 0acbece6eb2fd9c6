/** What every cookie of ours that is no session's has: the browser takes it over https alone, and from this host alone. */
import { settings } from '#settings.ts'

export const isSecure = (): boolean => settings().origin.startsWith('https:')

/** A name that another host of the same site cannot give to a cookie of its own; browsers ask for the path / of it. */
export const cookieNamed = (name: string): string => (isSecure() ? `__Host-${name}` : name)
