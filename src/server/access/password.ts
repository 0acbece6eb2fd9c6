/** Passwords: argon2id with 19 MiB, 2 passes, 1 lane (OWASP); off the event loop. */
import { hash, verify } from '@node-rs/argon2'
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

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'is-the-name'

/** 8 to 128 characters; not on the list of common ones; not the sign-in name. */
export function problemWithPassword(password: string, signInName: string): PasswordProblem | null {
  const length = [...password].length
  if (length < 8) return 'too-short'
  if (length > 128) return 'too-long'
  const lower = password.toLowerCase()
  if (signInName && lower === signInName.toLowerCase()) return 'is-the-name'
  return COMMON_PASSWORDS.has(lower) || /^(.)\1+$/.test(lower) ? 'too-common' : null
}
