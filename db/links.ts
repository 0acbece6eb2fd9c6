import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  sql,
} from 'drizzle-orm'
import { fold } from '#domain/people/names.ts'
import type { Role } from '#domain/people/person.ts'
import { database, once, read, reading, type Query, type Reading } from './client.ts'
import type { MailFacts } from './outbox.ts'
import { links, outbox, people } from './schema.ts'

export type LinkRow = typeof links.$inferSelect

/** The folded name is written here, with the name: nowhere else. */
export const insertLink = (row: Omit<typeof links.$inferInsert, 'folded'>): Query =>
  database()
    .insert(links)
    .values({ ...row, folded: fold(row.name ?? '') })

export async function findLink(id: string): Promise<LinkRow | null> {
  const [row] = await database().select().from(links).where(eq(links.id, id))
  return row ?? null
}

/** Those of these ids that there are, oldest first. */
export const linksQuery = (ids: readonly string[]): Reading<LinkRow[]> =>
  reading(
    database()
      .select()
      .from(links)
      .where(sql`${links.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .orderBy(asc(links.createdAt), asc(links.name), asc(links.id)),
  )

export const findLinks = (ids: readonly string[]): Promise<LinkRow[]> => read(linksQuery(ids))

/** Those of these ids that there are. */
export async function findLinksAmong(ids: readonly string[]): Promise<string[]> {
  const found = await database()
    .select({ id: links.id })
    .from(links)
    .where(inArray(links.id, [...ids]))
  return found.map(({ id }) => id)
}

export const markLinkUsed = (id: string, usedAt: number, usedBy: string): Query =>
  database().update(links).set({ usedAt, usedBy }).where(eq(links.id, id))

export const withdrawLink = (id: string, withdrawnAt: number): Query =>
  database()
    .update(links)
    .set({ withdrawnAt })
    .where(and(eq(links.id, id), isNull(links.usedAt)))

/** A way into an account that staff made, or the command line. */
export interface StaffLink {
  readonly id: string
  /** Name of who made it; '' for the command line. */
  readonly by: string
  readonly at: number
  readonly usedAt: number | null
  /** When the person said what they know of it, or null. */
  readonly toldAt: number | null
}

const BY_STAFF = `links.kind IN ('code', 'reset')`
/** SQL of `links`: made by staff, and the person did not say yet whether they know. */
export const LINK_UNTOLD = `${BY_STAFF} AND links.told_at IS NULL`

/** Of this account, newest first, as long as they are kept. */
export const linksIntoQuery = once((person: string): Reading<StaffLink[]> =>
  reading(
    database()
      .select({
        id: links.id,
        by: sql<string>`coalesce(${people.name}, '')`,
        at: links.createdAt,
        usedAt: links.usedAt,
        toldAt: links.toldAt,
      })
      .from(links)
      .leftJoin(people, eq(people.id, links.createdBy))
      .where(and(eq(links.person, person), sql.raw(BY_STAFF)))
      .orderBy(desc(links.createdAt))
      .limit(20),
  ),
)

/** The person has seen that they were made. */
export const markLinksTold = (person: string, toldAt: number): Query =>
  database()
    .update(links)
    .set({ toldAt })
    .where(and(eq(links.person, person), sql.raw(LINK_UNTOLD)))

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

const unused = ({ programmes, roles }: Reach, state: 'waiting' | 'expired', now: number) =>
  and(
    eq(links.kind, 'invitation'),
    inArray(links.programme, [...programmes]),
    inArray(links.role, [...roles]),
    isNull(links.usedAt),
    isNull(links.withdrawnAt),
    state === 'waiting' ? gt(links.expiresAt, now) : lte(links.expiresAt, now),
  )

/** All of them, oldest first. */
export const unusedInvitationsQuery = (
  reach: Reach,
  state: 'waiting' | 'expired',
  now: number,
  most: number,
): Reading<LinkRow[]> =>
  reading(
    database()
      .select()
      .from(links)
      .where(unused(reach, state, now))
      .orderBy(asc(links.createdAt), asc(links.name), asc(links.id))
      .limit(most),
  )

/** One page of invitations that nobody used or withdrew, newest first, and how many there are. @param page from 1 @param only this one's, by its id */
export function invitationsQuery(
  { programmes, roles }: Reach,
  state: 'waiting' | 'expired',
  now: number,
  page: number,
  only: string | null = null,
): { rows: Reading<WaitingInvitation[]>; total: Reading<number> } {
  const here = and(
    unused({ programmes, roles }, state, now),
    only === null ? undefined : eq(links.id, only),
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

/** Of these addresses, lower case, those with which somebody signs in, where they are reached, or to which the invitation went that they used. */
export async function accountsUnder(addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const wanted = [...new Set(addresses)]
  const [signedIn, reached, invited] = await Promise.all([
    database()
      .select({ address: people.signInName })
      .from(people)
      .where(inArray(people.signInName, wanted)),
    database().select({ address: people.email }).from(people).where(inArray(people.email, wanted)),
    database()
      .select({ address: links.email })
      .from(links)
      .where(
        and(inArray(links.email, wanted), eq(links.kind, 'invitation'), isNotNull(links.usedBy)),
      ),
  ])
  return new Set([...signedIn, ...reached, ...invited].map(({ address }) => address))
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
