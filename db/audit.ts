import { and, count, desc, eq, gte, inArray, like, lt, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database, reading, together, type Query, type Reading } from './client.ts'
import { nameHas } from './names.ts'
import { audit, people } from './schema.ts'

export type AuditRow = typeof audit.$inferSelect

export const insertAudit = (row: AuditRow): Query => database().insert(audit).values(row)

/** For what is written at most once under one id: who saw a record in which hour. */
export const insertAuditOnce = (row: AuditRow): Query =>
  database().insert(audit).values(row).onConflictDoNothing()

/** Those of these ids that there are. */
export const auditsQuery = (ids: readonly string[]): Reading<string[]> =>
  reading(
    database()
      .select({ id: audit.id })
      .from(audit)
      .where(inArray(audit.id, [...ids])),
    (rows) => rows.map(({ id }) => id),
  )

/** How often these acts were done to something. */
export async function countAudit(subject: string, acts: readonly string[]): Promise<number> {
  const [row] = await database()
    .select({ n: count() })
    .from(audit)
    .where(and(eq(audit.subject, subject), inArray(audit.act, [...acts])))
  return row?.n ?? 0
}

/** What is written when somebody's own pages are opened by another; lists of many are not among them. */
export const LOOKS_AT = ['seen:record', 'seen:internal-notes', 'seen:person'] as const

export interface LookAt {
  readonly at: number
  readonly what: (typeof LOOKS_AT)[number]
  /** Null for somebody whose account is gone. */
  readonly who: string | null
}

/** Who looked at this person, newest first, themselves left out. @param before milliseconds since 1970 */
export const looksAtQuery = (person: string, before: number, most: number): Reading<LookAt[]> =>
  reading(
    database()
      .select({ at: audit.at, act: audit.act, who: people.name })
      .from(audit)
      .leftJoin(people, eq(people.id, audit.actor))
      .where(
        and(
          eq(audit.subject, person),
          lt(audit.at, before),
          ne(audit.actor, person),
          inArray(audit.act, [...LOOKS_AT]),
        ),
      )
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(most),
    (rows) =>
      rows.flatMap(({ at, act, who }) => {
        const what = LOOKS_AT.find((one) => one === act)
        return what ? [{ at, what, who }] : []
      }),
  )

export interface AuditFilter {
  /** Part of the name or sign-in name of who did it or to whom; '' for all. */
  readonly person: string
  /** The act, or what it begins with; '' for all. */
  readonly act: string
  /** Milliseconds since 1970, or null. */
  readonly from: number | null
  readonly before: number | null
  /** Only these; null for all. */
  readonly programmes: readonly string[] | null
  /** From 1. */
  readonly page: number
}

export const AUDIT_PAGE = 50

const actor = alias(people, 'actor')
const subject = alias(people, 'subject')

export interface SeenAudit extends AuditRow {
  /** Null for who is nobody, or nobody any more. */
  readonly actorName: string | null
  readonly subjectName: string | null
}

/** One page, newest first, with the names of those who are people. */
export function searchAudit(
  filter: AuditFilter,
): Promise<{ readonly rows: readonly SeenAudit[]; readonly total: number }> {
  const here = and(
    filter.person
      ? or(nameHas('actor', filter.person), nameHas('subject', filter.person))
      : undefined,
    filter.act ? like(audit.act, `${filter.act.replace(/[\\%_]/g, '')}%`) : undefined,
    filter.from === null ? undefined : gte(audit.at, filter.from),
    filter.before === null ? undefined : lt(audit.at, filter.before),
    filter.programmes ? inArray(audit.programme, [...filter.programmes]) : undefined,
  )
  return together({
    rows: reading(
      database()
        .select({ row: audit, actorName: actor.name, subjectName: subject.name })
        .from(audit)
        .leftJoin(actor, eq(actor.id, audit.actor))
        .leftJoin(subject, eq(subject.id, audit.subject))
        .where(here)
        .orderBy(desc(audit.at), desc(audit.id))
        .limit(AUDIT_PAGE)
        .offset((filter.page - 1) * AUDIT_PAGE),
      (rows) => rows.map(({ row, ...names }) => ({ ...row, ...names })),
    ),
    total: reading(
      database()
        .select({ n: count() })
        .from(audit)
        .leftJoin(actor, eq(actor.id, audit.actor))
        .leftJoin(subject, eq(subject.id, audit.subject))
        .where(here),
      ([row]) => row?.n ?? 0,
    ),
  })
}
