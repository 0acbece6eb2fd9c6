/** A code that somebody types by hand opens its link; guessing is counted like any other try. */
import { readCode } from '#domain/people/code.ts'
import type { Role } from '#domain/people/person.ts'
import { hashOfSecret } from './secret.ts'
import { releaseTry, reserveTry, type Whence } from './throttle.ts'
import { openLink } from './use-link.ts'

export type OpenedCode =
  /** `code`: as links hold it. */
  | { readonly kind: 'open'; readonly code: string }
  | { readonly kind: 'malformed' | 'unknown' }
  /** Used, withdrawn or too old. `role`: what it invited to, or null. */
  | { readonly kind: 'closed'; readonly role: Role | null }
  | { readonly kind: 'too-many'; readonly minutes: number }

export async function openByCode(typed: string, whence: Whence, now: number): Promise<OpenedCode> {
  const code = readCode(typed)
  if (!code) return { kind: 'malformed' }
  const tries = await reserveTry(whence, hashOfSecret(code), now)
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const opened = await openLink(code, now)
  if (opened.kind === 'unknown') return opened
  if (opened.kind !== 'open') return { kind: 'closed', role: opened.role }
  await releaseTry(tries)
  return { kind: 'open', code }
}
