import type { About } from './about.ts'

/** As much of a value as may be seen: of an address all but its password and token. */
export function maskSecret(value: string, secret: About['secret']): string {
  if (secret === 'all') return `set, ${value.length} characters`
  if (!secret) return value
  return value
    .replace(/(\/\/[^:@/?#]*):.*@/, '$1:…@')
    .replace(/([?&][^=&]*(?:token|jwt|key|password|secret)[^=&]*=)[^&#]*/gi, '$1…')
}
