/** One-time links: made here, shown once, used by `use-link.ts`. A GET never uses one up. */
import { write, type Query } from '#db/client.ts'
import { insertLink } from '#db/links.ts'
import { insertMail } from '#db/outbox.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { inGroups } from '#domain/people/code.ts'
import { settings } from '#settings.ts'
import { auditedAs } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashOfSecret, newCode, newSecret } from './secret.ts'
import type { Role } from '#domain/people/person.ts'

/** How long each kind of link holds. */
const HOLDS = {
  setup: DAY_MS,
  invitation: 30 * DAY_MS,
  reset: DAY_MS,
  'sign-in': 2 * DAY_MS,
  code: DAY_MS,
  'mailed-code': 3_600_000,
} as const

/** Whose secret is a code that can be typed or dictated. */
const TYPED: readonly (keyof typeof HOLDS)[] = ['invitation', 'code', 'mailed-code']

export interface LinkWish {
  readonly kind: keyof typeof HOLDS
  readonly role?: Role
  readonly programme?: string
  readonly language?: Language
  /** What the inviter calls the person. */
  readonly name?: string
  /** Whose account it opens. */
  readonly person?: string
  /** Only invitations of trainees: cohort id. */
  readonly cohort?: string | null
  /** Where it is mailed; left out where it is handed over. */
  readonly email?: string
  /** The application that it answers. */
  readonly application?: string | null
  /** Hash of what the browser holds that asked for it. */
  readonly askedBy?: string
  /** Person id, or null for the command line. */
  readonly createdBy: string | null
}

export interface PreparedLink {
  /** The address to hand over. */
  readonly url: string
  /** The same as something to type, in groups of 4; '' for what cannot be typed. */
  readonly code: string
  readonly id: string
  readonly expiresAt: number
  /** Must be written for it to work. */
  readonly query: Query
}

/** The secret of an invitation, and of a way in, is a code that can be typed from paper; see docs/decisions/codes.md. */
export function prepareLink(wish: LinkWish, now: number): PreparedLink {
  const code = TYPED.includes(wish.kind) ? newCode() : ''
  const secret = code || newSecret()
  const id = hashOfSecret(secret)
  const expiresAt = now + HOLDS[wish.kind]
  const query = insertLink({
    id,
    kind: wish.kind,
    role: wish.role ?? null,
    programme: wish.programme ?? '',
    language: wish.language ?? 'en',
    name: wish.name ?? '',
    person: wish.person ?? null,
    cohort: wish.cohort ?? null,
    email: wish.email ?? '',
    application: wish.application ?? null,
    askedBy: wish.askedBy ?? '',
    createdBy: wish.createdBy,
    createdAt: now,
    expiresAt,
  })
  const url = `${settings().origin}/join/${code ? inGroups(code) : secret}`
  return { url, code: inGroups(code), id, expiresAt, query }
}

/** What is mailed to whose account it opens: that a link was made, never the link. */
export interface MadeLinkMail {
  readonly recipient: string
  readonly subject: string
  readonly text: string
}

/** @returns the address, which can never be shown again */
export const makeLink = async (...wish: Parameters<typeof makeWayIn>): Promise<string> =>
  (await makeWayIn(...wish)).url

/**
 * @param mail for whose account it is, where they have an address
 * @param before what happens in the same batch
 * @returns what can never be shown again
 */
export async function makeWayIn(
  wish: LinkWish,
  now: number,
  mail: MadeLinkMail | null = null,
  before: readonly Query[] = [],
): Promise<MadeWayIn> {
  const { queries, ...made } = prepareWayIn(wish, now, mail)
  await write([...before, ...queries])
  return made
}

export type MadeWayIn = Pick<PreparedLink, 'url' | 'code' | 'expiresAt'>

/** With what must be written for it to work: the link, the mail that tells of it, the row of the audit. */
export function prepareWayIn(
  wish: LinkWish,
  now: number,
  mail: MadeLinkMail | null,
): MadeWayIn & { readonly queries: readonly Query[] } {
  const { url, code, expiresAt, id, query } = prepareLink(wish, now)
  const isMailed = mail && settings().mail !== null
  const queries = [
    query,
    ...(isMailed ? [insertMail({ id: newId(now), ...mail, createdAt: now, nextTryAt: now })] : []),
    auditedAs({
      id: newId(now),
      at: now,
      actor: wish.createdBy ?? '',
      act: `link-made:${wish.kind}${wish.role ? `:${wish.role}` : ''}`,
      subject: wish.person ?? id,
      programme: wish.programme ?? '',
    }),
  ]
  return { url, code, expiresAt, queries }
}
