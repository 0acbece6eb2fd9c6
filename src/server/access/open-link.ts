/** Opening a one-time link: what it is for, and whether it can still be used. Nothing is used up. */
import { findLink, type LinkRow } from '#db/links.ts'
import { findPersonRow, isJustInvited } from '#db/people.ts'
import { isLanguage, type Language } from '#domain/course/language.ts'
import type { Role } from '#domain/people/person.ts'
import { hashOfSecret, plainSecret } from './secret.ts'

export type OpenedLink =
  | {
      readonly kind: 'open'
      readonly link: LinkRow
      readonly signInName: string
      /** Whose account it opens, as they are called; '' for a new one. */
      readonly name: string
      /** Of the person whose account it opens, or that the inviter chose; null: nobody's yet, so the browser's. */
      readonly language: Language | null
      /** Who came in by this invitation before and has nothing else yet: it lets them in again; null for all others. */
      readonly again: string | null
    }
  | { readonly kind: 'unknown' }
  /** What it invited to, or null: whom to ask for another one depends on it. */
  | { readonly kind: 'used' | 'expired' | 'withdrawn'; readonly role: Role | null }

export async function openLink(secret: string, now: number): Promise<OpenedLink> {
  const link = secret.length > 100 ? null : await findLink(hashOfSecret(plainSecret(secret)))
  if (!link) return { kind: 'unknown' }
  const { usedAt, usedBy } = link
  // A link into an account says nothing of what its person may do.
  const role = link.kind === 'invitation' ? link.role : null
  const again = usedAt !== null && (await letsInAgain(link, now)) ? usedBy : null
  if (usedAt !== null && !again) return { kind: 'used', role }
  if (link.withdrawnAt !== null) return { kind: 'withdrawn', role }
  if (link.expiresAt <= now) return { kind: 'expired', role }
  const whose = link.person ?? again
  const person = whose ? await findPersonRow(whose) : null
  return {
    kind: 'open',
    link,
    signInName: person?.signInName ?? '',
    name: person?.name ?? '',
    language: languageOf(link, person?.language),
    again,
  }
}

/** Whether it was this person who came in by it. */
export const wasUsedBy = async (secret: string, person: string): Promise<boolean> =>
  (await findLink(hashOfSecret(plainSecret(secret))))?.usedBy === person

/** A trainee keeps the invitation's way until the first lesson: there is nothing in the account yet that it could open. */
const letsInAgain = async (link: LinkRow, now: number): Promise<boolean> =>
  link.kind === 'invitation' &&
  link.role === 'trainee' &&
  link.usedBy !== null &&
  link.expiresAt > now &&
  (await isJustInvited(link.usedBy))

function languageOf({ kind, language }: LinkRow, own: string | undefined): Language | null {
  const said = own ?? (kind === 'invitation' ? language : null)
  return isLanguage(said) ? said : null
}
