import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Role } from '#domain/people/person.ts'
import { database, reading, type Query, type Reading } from './client.ts'
import type { MailFacts } from './outbox.ts'
import { links, outbox, people } from './schema.ts'

export type LinkRow = typeof links.$inferSelect

export const insertLink = (row: typeof links.$inferInsert): Query =>
  database().insert(links).values(row)

export async function findLink(id: string): Promise<LinkRow | null> {
  const [row] = await database().select().from(links).where(eq(links.id, id))
  return row ?? null
}

export const markLinkUsed = (id: string, usedAt: number, usedBy: string): Query =>
  database().update(links).set({ usedAt, usedBy }).where(eq(links.id, id))

export const withdrawLink = (id: string, withdrawnAt: number): Query =>
  database()
    .update(links)
    .set({ withdrawnAt })
    .where(and(eq(links.id, id), isNull(links.usedAt)))

/** Links for a new password of this account, as long as they are kept: when each was made and by whom, '' for the command line. */
export const linksIntoQuery = (person: string): Reading<{ by: string; at: number }[]> =>
  reading(
    database()
      .select({ by: sql<string>`coalesce(${people.name}, '')`, at: links.createdAt })
      .from(links)
      .leftJoin(people, eq(people.id, links.createdBy))
      .where(and(eq(links.person, person), eq(links.kind, 'reset')))
      .orderBy(desc(links.createdAt))
      .limit(20),
  )

/** Every open link into this account: one was used. */
export const withdrawLinksOf = (person: string, withdrawnAt: number): Query =>
  database()
    .update(links)
    .set({ withdrawnAt })
    .where(and(eq(links.person, person), isNull(links.usedAt), isNull(links.withdrawnAt)))

/** Set-up links that nobody used; a new one replaces them. */
export const withdrawSetupLinks = (withdrawnAt: number): Query =>
  database()
    .update(links)
    .set({ withdrawnAt })
    .where(and(eq(links.kind, 'setup'), isNull(links.usedAt), isNull(links.withdrawnAt)))

export const INVITATIONS_PAGE = 50

/** Which invitations somebody looks after. */
export interface Reach {
  readonly programmes: readonly string[]
  readonly roles: readonly Role[]
}

export interface WaitingInvitation {
  readonly link: LinkRow
  /** What became of its mail; null where none was written. */
  readonly mail: MailFacts | null
}

/** One page of invitations that nobody used or withdrew, newest first, and how many there are. @param page from 1 */
export function invitationsQuery(
  { programmes, roles }: Reach,
  state: 'waiting' | 'expired',
  now: number,
  page: number,
): { rows: Reading<WaitingInvitation[]>; total: Reading<number> } {
  const here = and(
    eq(links.kind, 'invitation'),
    inArray(links.programme, [...programmes]),
    inArray(links.role, [...roles]),
    isNull(links.usedAt),
    isNull(links.withdrawnAt),
    state === 'waiting' ? gt(links.expiresAt, now) : lte(links.expiresAt, now),
  )
  const rows = database()
    .select({ link: links, mail: outbox })
    .from(links)
    .leftJoin(outbox, eq(outbox.link, links.id))
    .where(here)
    .orderBy(desc(links.createdAt), desc(links.id))
    .limit(INVITATIONS_PAGE)
    .offset((page - 1) * INVITATIONS_PAGE)
  const total = database().select({ n: count() }).from(links).where(here)
  return { rows: reading(rows), total: reading(total, ([row]) => row?.n ?? 0) }
}

export const isWithin = (link: LinkRow, { programmes, roles }: Reach): boolean =>
  link.kind === 'invitation' &&
  programmes.includes(link.programme) &&
  link.role !== null &&
  roles.includes(link.role)

/** E-mail addresses, lower case, to which an invitation to this programme still waits. */
export async function waitingAddresses(programme: string, now: number): Promise<Set<string>> {
  const rows = await database()
    .select({ email: links.email })
    .from(links)
    .where(
      and(
        eq(links.kind, 'invitation'),
        eq(links.programme, programme),
        ne(links.email, ''),
        isNull(links.usedAt),
        isNull(links.withdrawnAt),
        gt(links.expiresAt, now),
      ),
    )
  return new Set(rows.map((row) => row.email))
}

/** Of these addresses, lower case, those with which somebody signs in, or to which the invitation went that they used. */
export async function accountsUnder(addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const wanted = [...new Set(addresses)]
  const [signedIn, invited] = await Promise.all([
    database()
      .select({ address: people.signInName })
      .from(people)
      .where(inArray(people.signInName, wanted)),
    database()
      .select({ address: links.email })
      .from(links)
      .where(
        and(inArray(links.email, wanted), eq(links.kind, 'invitation'), isNotNull(links.usedBy)),
      ),
  ])
  return new Set([...signedIn, ...invited].map(({ address }) => address))
}

/** For a batch: it fails when somebody used or withdrew the link meanwhile. */
export const linkIsUnused = {
  sql: 'EXISTS (SELECT 1 FROM links WHERE id = ? AND used_at IS NULL AND withdrawn_at IS NULL)',
}

/** Invitations that somebody could still accept. */
export async function countOpenInvitationsByProgramme(
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database()
    .select({ programme: links.programme, invitations: count() })
    .from(links)
    .where(
      and(
        eq(links.kind, 'invitation'),
        ne(links.programme, ''),
        isNull(links.usedAt),
        isNull(links.withdrawnAt),
        gt(links.expiresAt, now),
      ),
    )
    .groupBy(links.programme)
  return new Map(rows.map(({ programme, invitations }) => [programme, invitations]))
}
