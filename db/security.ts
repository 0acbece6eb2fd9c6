/** Who came in, who was turned away, and what of it somebody has looked at. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { idBefore } from '#domain/learning/uuid.ts'
import {
  ENTRY_WAYS,
  MANY_REFUSALS,
  MANY_WITHIN,
  SECURITY_KINDS,
  UNUSUAL,
  type SecurityKind,
} from '#domain/people/security.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { database, flag, rows, type Query, type Reading } from './client.ts'
import { nameHas } from './names.ts'
import { ADDRESS_PROVEN } from './notices-due.ts'
import { securityEvents } from './schema.ts'
import { ADDRESS_REFUSED } from './unreached.ts'

/** What is written once an hour has an id of when the hour began. */
const HOUR = 3_600_000

export type NewSecurityEvent = typeof securityEvents.$inferInsert

export const insertSecurityEvent = (event: NewSecurityEvent): Query =>
  database().insert(securityEvents).values(event)

/** For what is written at most once under one id. */
export const insertSecurityEventOnce = (event: NewSecurityEvent): Query =>
  database().insert(securityEvents).values(event).onConflictDoNothing()

/** Behind a refusal, in its batch: that it was one of many, where that was not said within the same time. */
export const insertManyRefusals = (
  event: NewSecurityEvent & { readonly person: string },
): Query => {
  const after = idBefore(event.at - MANY_WITHIN)
  const such = `FROM security_events WHERE person = ?1 AND id > ?2 AND at > ?3`
  return {
    sql: `INSERT INTO security_events (id, at, kind, way, person, device, network)
      SELECT ?4, ?5, 'many-refusals', ?6, ?1, ?7, ?8
      WHERE (SELECT count(*) ${such} AND kind IN ('refused', 'factor-refused')) >= ${MANY_REFUSALS}
        AND NOT EXISTS (SELECT 1 ${such} AND kind = 'many-refusals')`,
    args: [
      event.person,
      after,
      event.at - MANY_WITHIN,
      event.id,
      event.at,
      event.way,
      event.device,
      event.network,
    ],
  }
}

export interface SeenSecurityEvent {
  readonly id: string
  readonly at: number
  readonly kind: SecurityKind
  readonly way: (typeof ENTRY_WAYS)[number] | ''
  readonly person: string | null
  readonly name: string | null
  /** The beginning of the hash of a name that nobody has: the same one looks the same. */
  readonly nobody: string
  readonly device: string
  readonly network: string
  readonly route: string
  /** Whether an administrator has looked at it. */
  readonly lookedAt: number | null
}

const SHAPE = {
  id: z.string(),
  at: z.number(),
  kind: z.enum(SECURITY_KINDS),
  way: z.enum(['', ...ENTRY_WAYS]),
  person: z.string().nullable(),
  name: z.string().nullable(),
  nobody: z.string(),
  device: z.string(),
  network: z.string(),
  route: z.string(),
  lookedAt: z.number().nullable(),
}
const COLUMNS =
  sql.raw(`e.id, e.at, e.kind, e.way, e.person, p.name, substr(e.nobody, 1, 8) AS nobody, e.device, e.network, e.route,
  l.at AS lookedAt`)
const FROM = sql.raw(
  `security_events e LEFT JOIN people p ON p.id = e.person LEFT JOIN security_looks l ON l.event = e.id`,
)

export interface SecurityFilter {
  /** Part of a name or sign-in name; '' for all. */
  readonly person: string
  readonly kind: SecurityKind | null
  /** Milliseconds since 1970, or null. */
  readonly from: number | null
  readonly before: number | null
  /** The id that the page before ended with; '' for the newest. */
  readonly after: string
}

/** Newest first. @param most so many */
export const securityEventsQuery = (
  { person, kind, from, before, after }: SecurityFilter,
  most: number,
): Reading<SeenSecurityEvent[]> =>
  rows(
    sql`SELECT ${COLUMNS} FROM ${FROM} WHERE ${after ? sql`e.id < ${after}` : sql`e.id <> ''`}
    ${kind ? sql`AND e.kind = ${kind}` : sql``}
    ${from === null ? sql`` : sql`AND e.id >= ${idBefore(from - HOUR)} AND e.at >= ${from}`}
    ${before === null ? sql`` : sql`AND e.id < ${idBefore(before)} AND e.at < ${before}`}
    ${person ? sql`AND e.person IS NOT NULL AND ${nameHas('p', person)}` : sql``}
    ORDER BY e.id DESC LIMIT ${most}`,
    SHAPE,
  )

/** What happened to one account, newest first. */
export const securityEventsOfQuery = (person: string, most: number): Reading<SeenSecurityEvent[]> =>
  rows(
    sql`SELECT ${COLUMNS} FROM ${FROM} WHERE e.person = ${person} AND e.kind <> 'denied' ORDER BY e.id DESC LIMIT ${most}`,
    SHAPE,
  )

/** What nobody has looked at, newest first. */
export const unusualQuery = (most: number): Reading<SeenSecurityEvent[]> =>
  rows(
    sql`SELECT ${COLUMNS} FROM ${FROM} WHERE e.kind IN ${[...UNUSUAL]} AND l.event IS NULL ORDER BY e.id DESC LIMIT ${most}`,
    SHAPE,
  )

/** Those of them that are unusual; the first look counts. */
export const insertLooks = (events: readonly string[], by: string, at: number): Query => ({
  sql: `INSERT INTO security_looks (event, "by", at) SELECT id, ?, ? FROM security_events
    WHERE id IN (SELECT value FROM json_each(?)) AND kind IN (${UNUSUAL.map((kind) => `'${kind}'`).join(', ')})
    ON CONFLICT DO NOTHING`,
  args: [by, at, JSON.stringify(events)],
})

/** Somebody who is to be told by mail of something unusual. */
export interface UnusualReader {
  readonly event: string
  readonly kind: (typeof UNUSUAL)[number]
  readonly at: number
  readonly device: string
  readonly person: string
  readonly language: (typeof LANGUAGES)[number]
  readonly email: string
  readonly isProven: boolean
  readonly isRefused: boolean
}

/** A new device to whose account it is, many refusals to the administrators: whoever was not told yet. @param since milliseconds since 1970 */
export const untoldUnusualQuery = (since: number, most: number): Reading<UnusualReader[]> =>
  rows(
    sql`SELECT e.id AS event, e.kind, e.at, e.device, p.id AS person, p.language, p.email, ${sql.raw(ADDRESS_PROVEN)} AS isProven,
      p.email <> '' AND ${sql.raw(ADDRESS_REFUSED)} AS isRefused
    FROM security_events e JOIN people p ON p.disabled_at IS NULL AND CASE e.kind WHEN 'new-device' THEN p.id = e.person
      ELSE p.id IN (SELECT r.person FROM roles r WHERE r.role = 'administrator' AND r.archived_at IS NULL) END
    WHERE e.kind IN ${[...UNUSUAL]} AND e.id > ${idBefore(since)}
      AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.kind = 'unusual' AND n.subject = e.id AND n.person = p.id)
    ORDER BY e.id LIMIT ${most}`,
    {
      event: z.string(),
      kind: z.enum(UNUSUAL),
      at: z.number(),
      device: z.string(),
      person: z.string(),
      language: z.enum(LANGUAGES),
      email: z.string(),
      isProven: flag,
      isRefused: flag,
    },
  )
