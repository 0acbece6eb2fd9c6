/** Signed-in browsers, as lucia's adapter wants them; every change goes through `write`. */
import { and, count, desc, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Factors } from '#domain/people/factor.ts'
import type { Person } from '#domain/people/person.ts'
import { database, guard, kept, reading, write, type Query, type Reading } from './client.ts'
import { FACTOR_FROM } from './factors.ts'
import { LINK_UNTOLD } from './links.ts'
import { personOf } from './people.ts'
import { areasNow } from './person-areas.ts'
import { people, roles, sessions } from './schema.ts'

export type SessionRow = typeof sessions.$inferSelect

export interface FoundSession extends SessionRow {
  /** When the newest role beyond that of a trainee was given to the person; null for none. */
  readonly staffSince: number | null
  readonly owner: Person
  readonly hasPassword: boolean
  readonly factors: Factors
  /** From when on all staff need a second factor. */
  readonly factorFrom: number
  /** When their second factor was taken away for them; null for never. */
  readonly resetAt: number | null
  /** When others made the newest way into the account that its person said nothing about; null for none. */
  readonly linkMadeAt: number | null
}

/** Whether its person has a row in a table of them. */
const hasIn = (table: 'code_apps' | 'passkeys' | 'recovery_codes') =>
  sql<number>`EXISTS (SELECT 1 FROM ${sql.raw(table)} f WHERE f.person = ${sessions.person})`

/** Asked at each request, so it is written once. */
const sessionQuery = kept((from) =>
  from
    .select({
      session: sessions,
      people,
      roles,
      app: hasIn('code_apps'),
      passkey: hasIn('passkeys'),
      codes: hasIn('recovery_codes'),
      factorFrom: sql<number>`(${sql.raw(FACTOR_FROM)})`,
      areas: sql<string>`${sql.raw(areasNow('sessions.person'))}`,
      resetAt: sql<
        number | null
      >`(SELECT max(at) FROM factor_resets f WHERE f.person = ${sessions.person})`,
      linkMadeAt: sql<
        number | null
      >`(SELECT max(links.created_at) FROM links WHERE links.person = ${sessions.person} AND ${sql.raw(LINK_UNTOLD)})`,
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.person), isNull(people.disabledAt)))
    .leftJoin(roles, and(eq(roles.person, people.id), isNull(roles.archivedAt)))
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare(),
)

const AREAS = z.array(z.string())

/** With its person, in one query; null for an unknown session or a disabled account. */
export async function findSession(id: string): Promise<FoundSession | null> {
  const rows = await sessionQuery().all({ id })
  const owner = personOf(rows)
  const [first] = rows
  if (!owner || !first) return null
  const { session, app, passkey, codes } = first
  const staff = rows.flatMap(({ roles: role }) =>
    role && role.role !== 'trainee' ? [role.createdAt] : [],
  )
  return {
    ...session,
    owner: { ...owner, areas: AREAS.parse(JSON.parse(first.areas)) },
    staffSince: staff.length > 0 ? Math.max(...staff) : null,
    hasPassword: first.people.passwordHash !== null,
    factors: { app: app > 0, passkey: passkey > 0, codes: codes > 0 },
    factorFrom: first.factorFrom,
    resetAt: first.resetAt,
    linkMadeAt: first.linkMadeAt,
  }
}

export const listSessions = (person: string): Promise<SessionRow[]> =>
  database().select().from(sessions).where(eq(sessions.person, person))

/** @param beside what is written of it */
export async function insertSession(
  row: typeof sessions.$inferInsert,
  beside: readonly Query[],
): Promise<void> {
  await write([database().insert(sessions).values(row), ...beside])
}

export async function moveSessionEnd(id: string, expiresAt: number): Promise<void> {
  await write([database().update(sessions).set({ expiresAt }).where(eq(sessions.id, id))])
}

export const replaceSession = (
  id: string,
  by: { readonly id: string; readonly authenticatedAt: number; readonly factorAt?: number },
): Query => database().update(sessions).set(by).where(eq(sessions.id, id))

export async function deleteSession(id: string): Promise<void> {
  await write([database().delete(sessions).where(eq(sessions.id, id))])
}

export async function deleteSessionsOf(person: string): Promise<void> {
  await write([database().delete(sessions).where(eq(sessions.person, person))])
}

/** Every session of this person but one. */
export const deleteSessionsBut = (person: string, keep: string): Query =>
  database()
    .delete(sessions)
    .where(and(eq(sessions.person, person), ne(sessions.id, keep)))

export async function deleteSessionsEndedBy(now: number): Promise<void> {
  await write([database().delete(sessions).where(lte(sessions.endsAt, now))])
}

/** Browsers in which somebody is signed in, the latest used first; some may have ended by what their roles allow now. */
export const sessionsOfQuery = (person: string, now: number): Reading<SessionRow[]> =>
  reading(
    database()
      .select()
      .from(sessions)
      .where(
        and(eq(sessions.person, person), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)),
      )
      .orderBy(desc(sql`${sessions.expiresAt} - ${sessions.idleMs}`), desc(sessions.createdAt))
      .limit(100),
    (found) => found,
  )

/** Fails where this person has no such session. */
export const guardSession = (person: string, id: string): Query =>
  guard('EXISTS (SELECT 1 FROM sessions WHERE person = ? AND id = ?)', [person, id])

/** Fails where this person has none but that one. */
export const guardOtherSessions = (person: string, but: string): Query =>
  guard('EXISTS (SELECT 1 FROM sessions WHERE person = ? AND id <> ?)', [person, but])

/** One of this person's; nobody else's. */
export const deleteSessionOf = (person: string, id: string): Query =>
  database()
    .delete(sessions)
    .where(and(eq(sessions.person, person), eq(sessions.id, id)))

/** How many browsers somebody is signed in with. */
export const openSessionsQuery = (now: number): Reading<number> =>
  reading(
    database()
      .select({ n: count() })
      .from(sessions)
      .where(and(gt(sessions.expiresAt, now), gt(sessions.endsAt, now))),
    ([row]) => row?.n ?? 0,
  )
