/** Whom to tell of a hole (RFC 9116). */
import { LANGUAGES } from '#domain/course/language.ts'

export const SECURITY_TXT = '/.well-known/security.txt'

/** A copy that somebody keeps is stale by then; the one here is always as new as the setting. */
const KNOWN_FOR_MS = 180 * 86_400_000

/** @param contacts URIs, one at least */
export const securityTxt = (contacts: readonly string[], origin: string, now: number): string =>
  [
    ...contacts.map((one) => `Contact: ${one}`),
    `Expires: ${new Date(now + KNOWN_FOR_MS).toISOString().slice(0, 10)}T00:00:00Z`,
    `Preferred-Languages: ${LANGUAGES.join(', ')}`,
    `Canonical: ${origin}${SECURITY_TXT}`,
    '',
  ].join('\n')

/** Said at the start where real people are. */
export const nobodyToTell = (production: boolean, contacts: readonly string[]): string | null =>
  production && contacts.length === 0
    ? `SECURITY_CONTACT is not set: ${SECURITY_TXT} is not there, so whoever finds a hole here does not know whom to tell. Set it to an e-mail address that somebody reads.`
    : null
