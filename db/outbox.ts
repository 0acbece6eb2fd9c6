/** Mail that waits: written in the batch of what it tells about, sent later by the server. */
import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { NEVER } from '#domain/people/mail-state.ts'
import {
  database,
  meaning,
  read,
  reading,
  rows,
  together,
  type Query,
  type Reading,
} from './client.ts'
import { outbox } from './schema.ts'

export type MailRow = typeof outbox.$inferSelect

/** After this many tries a mail is given up; the invitation stays and can be handed over. */
export const MOST_TRIES = 8

export const insertMail = (row: typeof outbox.$inferInsert): Query =>
  database().insert(outbox).values(row)

/** What may be sent now, oldest first; notices only after whatever somebody waits for at a screen. */
export async function listWaitingMail(now: number, limit = 20): Promise<MailRow[]> {
  const { first, later } = await together({
    first: waiting(false, now, limit),
    later: waiting(true, now, limit),
  })
  return [...first, ...later].slice(0, limit)
}

const waiting = (later: boolean, now: number, limit: number): Reading<MailRow[]> =>
  reading(
    database()
      .select()
      .from(outbox)
      .where(and(isNull(outbox.sentAt), eq(outbox.later, later), lte(outbox.nextTryAt, now)))
      .orderBy(asc(outbox.nextTryAt))
      .limit(limit),
  )

/** The text goes with the sending: it holds a one-time link. */
export const markMailSent = (id: string, sentAt: number): Query =>
  database().update(outbox).set({ sentAt, text: '', problem: '' }).where(eq(outbox.id, id))

export const markMailFailed = (
  id: string,
  set: Pick<MailRow, 'tries' | 'nextTryAt' | 'problem'>,
): Query => database().update(outbox).set(set).where(eq(outbox.id, id))

/** For good: nobody tries it again, and the link in it goes. */
export const markMailRefused = (
  id: string,
  set: Pick<MailRow, 'tries' | 'problem' | 'refusedAt'>,
): Query =>
  database()
    .update(outbox)
    .set({ ...set, nextTryAt: NEVER, text: '' })
    .where(eq(outbox.id, id))

/** What became of a mail. */
export type MailFacts = Pick<
  MailRow,
  'sentAt' | 'refusedAt' | 'nextTryAt' | 'createdAt' | 'problem'
>

/** Of the mail that carries each of these links, by link. */
export const mailOfLinksQuery = (
  links: readonly string[],
): Reading<ReadonlyMap<string, MailFacts>> =>
  reading(
    database()
      .select({
        link: outbox.link,
        sentAt: outbox.sentAt,
        refusedAt: outbox.refusedAt,
        nextTryAt: outbox.nextTryAt,
        createdAt: outbox.createdAt,
        problem: outbox.problem,
      })
      .from(outbox)
      .where(inArray(outbox.link, [...links])),
    (found) => new Map(found.flatMap(({ link, ...mail }) => (link ? [[link, mail]] : []))),
  )

export interface TroubledMail extends MailFacts {
  readonly id: string
  /** Whom it invites. */
  readonly name: string
  /** '' for an administrator's. */
  readonly programme: string
}

/**
 * Mail of a person that was refused or could not be sent yet, while its invitation still waits; and that of colleagues
 * whose account is closed. The oldest first, 51 at most: one more than is shown. @param programmes where the colleagues' mail counts
 */
export const troubledMailQuery = (
  createdBy: string,
  programmes: readonly string[],
  now: number,
): Reading<TroubledMail[]> =>
  rows(
    sql`
    SELECT m.id, l.name, m.programme, m.sent_at AS sentAt, m.refused_at AS refusedAt, m.next_try_at AS nextTryAt,
      m.created_at AS createdAt, m.problem
    FROM outbox m JOIN links l ON l.id = m.link AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > ${now}
    LEFT JOIN people p ON p.id = m.created_by
    WHERE m.sent_at IS NULL AND m.problem <> '' AND (m.created_by = ${createdBy}
      OR (p.disabled_at IS NOT NULL AND m.programme IN (SELECT value FROM json_each(${JSON.stringify(programmes)}))))
    ORDER BY m.created_at, m.id LIMIT 51`,
    {
      id: z.string(),
      name: z.string(),
      programme: z.string(),
      sentAt: z.number().nullable(),
      refusedAt: z.number().nullable(),
      nextTryAt: z.number(),
      createdAt: z.number(),
      problem: z.string(),
    },
  )

export const troubledMail = (
  createdBy: string,
  programmes: readonly string[],
  now: number,
): Promise<TroubledMail[]> => read(troubledMailQuery(createdBy, programmes, now))

export interface MailDesk {
  /** How many wait to go out; more than 1,000 are not counted. */
  readonly waiting: number
  /** When the last one went, or null. */
  readonly lastSentAt: number | null
  /** Why some did not go, of those that are still kept: as `problemOf` writes it, and how many. */
  readonly refused: readonly { readonly problem: string; readonly n: number }[]
  /** Why some that wait were not taken at their last try. */
  readonly delayed: readonly { readonly problem: string; readonly n: number }[]
}

/** What becomes of mail, for who runs the platform: counts, no addresses. */
export const mailDeskQuery = (): Reading<MailDesk> =>
  meaning(
    rows(
      sql`SELECT 'waiting' AS kind, '' AS problem, count(*) AS n FROM (SELECT 1 FROM outbox WHERE sent_at IS NULL AND next_try_at < ${NEVER} LIMIT 1001)
      UNION ALL SELECT 'sent', '', max(sent_at) FROM outbox WHERE sent_at IS NOT NULL
      UNION ALL SELECT 'delayed', problem, count(*) FROM (SELECT problem FROM outbox WHERE sent_at IS NULL AND next_try_at < ${NEVER} LIMIT 1001) WHERE problem <> '' GROUP BY problem
      UNION ALL SELECT 'refused', problem, count(*) FROM outbox WHERE refused_at IS NOT NULL GROUP BY problem`,
      {
        kind: z.enum(['waiting', 'sent', 'delayed', 'refused']),
        problem: z.string(),
        n: z.number().nullable(),
      },
    ),
    (found) => {
      const of = (kind: 'delayed' | 'refused') =>
        found.flatMap((one) => (one.kind === kind ? [{ problem: one.problem, n: one.n ?? 0 }] : []))
      const first = (kind: 'waiting' | 'sent') => found.find((one) => one.kind === kind)?.n
      return {
        waiting: first('waiting') ?? 0,
        lastSentAt: first('sent') ?? null,
        refused: of('refused'),
        delayed: of('delayed'),
      }
    },
  )
