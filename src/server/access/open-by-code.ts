/** A code that somebody types by hand opens its link; guessing is counted like any other try. */
import { readingsOf } from '#domain/people/code.ts'
import type { Role } from '#domain/people/person.ts'
import { findLinksAmong } from '#db/links.ts'
import type { Joined } from './join-form.ts'
import { noteRefused, noteThrottled } from './note-entry.ts'
import { openLink } from './open-link.ts'
import { hashOfSecret } from './secret.ts'
import { releaseTry, reserveCode, type Whence } from './throttle.ts'
import { useLink } from './use-link.ts'

export type OpenedCode =
  /** An invitation. `code`: as links hold it; `role`: what it invites to. */
  | { readonly kind: 'invited'; readonly code: string; readonly role: Role | null }
  /** A way into an account that is there: they are in. */
  | Joined
  | NotByCode

export type NotByCode =
  | { readonly kind: 'malformed' | 'unknown' }
  /** Used, withdrawn or too old. `role`: what it invited to, or null. */
  | { readonly kind: 'closed'; readonly role: Role | null }
  | { readonly kind: 'too-many'; readonly minutes: number }

/** Where somebody has to be in already: an invitation makes nobody who they were. */
export type NoEntryByCode = NotByCode | Extract<OpenedCode, { readonly kind: 'invited' }>

/** @param shared whether others use this computer */
export async function openByCode(
  typed: string,
  shared: boolean,
  whence: Whence,
  now: number,
): Promise<OpenedCode> {
  const readings = readingsOf(typed)
  const [first] = readings
  if (!first) return { kind: 'malformed' }
  const tries = await reserveCode(whence, hashOfSecret(first), now)
  const tried = { way: 'code', person: null, whence } as const
  if (!tries.ok) {
    await noteThrottled(tries, tried, now)
    return { kind: 'too-many', minutes: tries.minutes }
  }
  const known = await findLinksAmong(readings.map(hashOfSecret))
  const code = readings.find((one) => known.includes(hashOfSecret(one))) ?? first
  const opened = await openLink(code, now)
  if (opened.kind !== 'open') await noteRefused(tried, now)
  if (opened.kind === 'unknown') return opened
  if (opened.kind !== 'open') return { kind: 'closed', role: opened.role }
  await releaseTry(tries)
  if (opened.link.person === null) return { kind: 'invited', code, role: opened.link.role }
  const answer = await useLink(code, { shared, isTyped: true }, whence, now)
  if (answer.kind === 'joined' || answer.kind === 'too-many') return answer
  return { kind: 'closed', role: null }
}
