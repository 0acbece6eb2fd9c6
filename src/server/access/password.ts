/** Passwords: argon2id with 19 MiB, 2 passes, 1 lane (OWASP); off the event loop. */
import { hash, verify } from '@node-rs/argon2'
import { fold } from '#domain/people/names.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), COST)

/** A made-up account's hash, so that an unknown name costs the same time as a wrong password. */
let nobody: Promise<string> | undefined

/** @param stored null for an unknown name or an account without password: always false, after the same work */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const right = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return stored !== null && right
}

/** True where the stored hash was made with other costs. */
export const isOutdated = (stored: string): boolean =>
  !stored.startsWith(
    `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`,
  )

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'is-the-name' | 'is-known'

/**
 * 8 to 128 characters; not on the list of common ones; not the sign-in name; more than words around it (NIST SP 800-63B).
 * @param around see `wordsAround`
 */
export function problemWithPassword(
  password: string,
  signInName: string,
  around: readonly string[],
): PasswordProblem | null {
  const length = [...password].length
  if (length < 8) return 'too-short'
  if (length > 128) return 'too-long'
  const lower = password.toLowerCase()
  if (signInName && lower === signInName.toLowerCase()) return 'is-the-name'
  if (COMMON_PASSWORDS.has(lower) || /^(.)\1+$/.test(lower)) return 'too-common'
  return isMadeOf(password, [signInName, ...around]) ? 'is-known' : null
}

/** Fewer letters beside them are no secret. */
const LEAST_BESIDE = 4

/** Numbers and signs count for nothing: `Nadia2026!` is a name. Words of two letters are everywhere. */
function isMadeOf(password: string, around: readonly string[]): boolean {
  const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '')
  const words = around
    .flatMap((one) => [...fold(one).split(' '), fold(one)])
    .map(lettersOf)
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length)
  const letters = lettersOf(password)
  const beside = words.reduce((text, word) => text.replaceAll(word, ''), letters)
  return beside !== letters && beside.length < LEAST_BESIDE
}
