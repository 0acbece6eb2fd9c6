/** Messages to one or many, and what coordinators write again and again: as many statements for one as for thousands. */
import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { NOTICE_OUTCOMES, type Reached } from '#domain/people/notices.ts'
import {
  database,
  flag,
  guard,
  meaning,
  reading,
  rows,
  type Query,
  type Reading,
} from './client.ts'
import { ADDRESS_PROVEN } from './notices-due.ts'
import { ADDRESS_REFUSED } from './unreached.ts'
import type { SeenNotice } from './notices.ts'
import { messages, messageTemplates, people } from './schema.ts'

export interface NewMessage {
  readonly id: string
  readonly programme: string
  readonly sentBy: string
  readonly sentAt: number
  readonly textEn: string
  readonly textEs: string
}

export interface Receiver {
  readonly person: string
  readonly note: string
  readonly auditId: string
  /** With their words in it. */
  readonly text: string
}

const AT_A_TIME = 1000

/** Who left meanwhile gets nothing, and is not counted. In this order of tables: the other way round 10,000 take half an hour. */
export function insertMessage(message: NewMessage, receivers: readonly Receiver[]): Query[] {
  const { id, programme, sentBy, sentAt } = message
  const chunks = Array.from({ length: Math.ceil(receivers.length / AT_A_TIME) }, (_, index) =>
    JSON.stringify(receivers.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME)),
  )
  return [
    database()
      .insert(messages)
      .values({ ...message, people: receivers.length }),
    ...chunks.flatMap((chunk): Query[] => [
      {
        sql: `INSERT INTO notes (id, person, programme, author, kind, text, written_at)
          SELECT j.value ->> 'note', r.person, ?, ?, 'shared', j.value ->> 'text', ? FROM json_each(?) j
          CROSS JOIN roles r ON r.person = j.value ->> 'person' AND r.role = 'trainee' AND r.programme = ? AND r.archived_at IS NULL
          CROSS JOIN people p ON p.id = r.person AND p.disabled_at IS NULL`,
        args: [programme, sentBy, sentAt, chunk, programme],
      },
      {
        sql: `INSERT INTO message_notes (message, person, note)
          SELECT ?, n.person, n.id FROM json_each(?) j JOIN notes n ON n.id = j.value ->> 'note'`,
        args: [id, chunk],
      },
      {
        sql: `INSERT INTO audit (id, at, actor, act, subject, programme)
          SELECT j.value ->> 'auditId', ?, ?, 'message-sent', n.person, ? FROM json_each(?) j JOIN notes n ON n.id = j.value ->> 'note'`,
        args: [sentAt, sentBy, programme, chunk],
      },
    ]),
    {
      sql: `UPDATE messages SET people = (SELECT count(*) FROM message_notes WHERE message = ?) WHERE id = ?`,
      args: [id, id],
    },
  ]
}

/** For a batch: it fails where the same words went to one of them within the last hour, whoever sent them. */
export const guardNotSaidBefore = (
  { programme, textEn, textEs, sentAt }: NewMessage,
  receivers: readonly Pick<Receiver, 'person'>[],
): Query =>
  guard(
    `NOT EXISTS (SELECT 1 FROM messages m JOIN message_notes x ON x.message = m.id
      WHERE m.programme = ? AND m.sent_at > ? AND m.text_en = ? AND m.text_es = ?
      AND x.person IN (SELECT value FROM json_each(?)))`,
    [
      programme,
      sentAt - 3_600_000,
      textEn,
      textEs,
      JSON.stringify(receivers.map(({ person }) => person)),
    ],
  )

export type SentMessage = typeof messages.$inferSelect & { readonly by: string }

export const MESSAGES_PAGE = 50

/** Newest first, and how many there are. */
export const messagesQuery = (
  programme: string,
  page: number,
): { rows: Reading<SentMessage[]>; total: Reading<number> } => ({
  rows: reading(
    database()
      .select({ message: messages, by: people.name })
      .from(messages)
      .innerJoin(people, eq(people.id, messages.sentBy))
      .where(eq(messages.programme, programme))
      .orderBy(desc(messages.sentAt), desc(messages.id))
      .limit(MESSAGES_PAGE)
      .offset((page - 1) * MESSAGES_PAGE),
    (found) => found.map(({ message, by }) => ({ ...message, by })),
  ),
  total: reading(
    database().select({ n: count() }).from(messages).where(eq(messages.programme, programme)),
    ([row]) => row?.n ?? 0,
  ),
})

export const messageQuery = (id: string): Reading<SentMessage | null> =>
  reading(
    database()
      .select({ message: messages, by: people.name })
      .from(messages)
      .innerJoin(people, eq(people.id, messages.sentBy))
      .where(eq(messages.id, id)),
    ([row]) => (row ? { ...row.message, by: row.by } : null),
  )

export interface ToldReceiver {
  readonly person: string
  readonly name: string
  readonly language: Language
  readonly phone: string
  /** Null before the job looked: it does so every ten seconds. */
  readonly notice: SeenNotice | null
}

/** SQL: whether a row of `n` and `o` was mailed, or will be. */
const BY_MAIL = `n.outcome = 'mailed' AND (o.id IS NULL OR o.refused_at IS NULL)`

/** Who could not be told by mail stands first. */
export const receiversQuery = (
  message: string,
  page: number,
): {
  rows: Reading<ToldReceiver[]>
  counts: Reading<{ mailed: number; not: number; open: number }>
} => {
  const from = sql.raw(`FROM message_notes x JOIN people p ON p.id = x.person
    LEFT JOIN notices n ON n.kind = 'message' AND n.subject = x.note AND n.person = x.person LEFT JOIN outbox o ON o.id = n.mail`)
  return {
    rows: meaning(
      rows(
        sql`SELECT p.id AS person, p.name, p.language, p.phone, n.at, n.outcome, o.id AS mail, o.sent_at AS sentAt, o.refused_at AS refusedAt,
          coalesce(o.next_try_at, 0) AS nextTryAt, coalesce(o.created_at, 0) AS createdAt, coalesce(o.problem, '') AS problem
        ${from} WHERE x.message = ${message}
        ORDER BY n.outcome IS NULL, ${sql.raw(BY_MAIL)}, p.folded, p.id LIMIT ${MESSAGES_PAGE} OFFSET ${(page - 1) * MESSAGES_PAGE}`,
        {
          person: z.string(),
          name: z.string(),
          language: z.enum(LANGUAGES),
          phone: z.string(),
          at: z.number().nullable(),
          outcome: z.enum(NOTICE_OUTCOMES).nullable(),
          mail: z.string().nullable(),
          sentAt: z.number().nullable(),
          refusedAt: z.number().nullable(),
          nextTryAt: z.number(),
          createdAt: z.number(),
          problem: z.string(),
        },
      ),
      (found) =>
        found.map(({ person, name, language, phone, at, outcome, mail, ...facts }) => ({
          ...{ person, name, language, phone },
          notice:
            outcome === null
              ? null
              : {
                  ...{ kind: 'message' as const, subject: '', at: at ?? 0, outcome },
                  mail: mail === null ? null : facts,
                },
        })),
    ),
    counts: meaning(
      rows(
        sql`SELECT coalesce(sum(n.outcome IS NULL), 0) AS open, coalesce(sum(n.outcome IS NOT NULL AND ${sql.raw(BY_MAIL)}), 0) AS mailed,
          count(*) AS everybody ${from} WHERE x.message = ${message}`,
        { open: z.number(), mailed: z.number(), everybody: z.number() },
      ),
      ([row]) => {
        const { open = 0, mailed = 0, everybody = 0 } = row ?? {}
        return { open, mailed, not: everybody - open - mailed }
      },
    ),
  }
}

export type TemplateRow = typeof messageTemplates.$inferSelect

/** Those that are not put away, by name. */
export const templatesQuery = (programme: string): Reading<TemplateRow[]> =>
  reading(
    database()
      .select()
      .from(messageTemplates)
      .where(and(eq(messageTemplates.programme, programme), isNull(messageTemplates.archivedAt)))
      .orderBy(asc(messageTemplates.name), asc(messageTemplates.id))
      .limit(200),
  )

/** @param version `changedAt` of what the form showed, 0 for a new one: it fails where somebody else changed it since */
export const putTemplate = (row: TemplateRow, version: number): readonly Query[] => [
  guard(
    `coalesce((SELECT changed_at FROM message_templates WHERE id = ?), 0) = ? AND NOT EXISTS (SELECT 1 FROM message_templates WHERE id = ? AND programme <> ?)`,
    [row.id, version, row.id, row.programme],
  ),
  database()
    .insert(messageTemplates)
    .values(row)
    .onConflictDoUpdate({ target: messageTemplates.id, set: row }),
]

/** Of these people, what decides whether they are mailed (`outcomeOf`). */
export const reachQuery = (people: readonly string[]): Reading<readonly MessageReach[]> =>
  rows(
    sql`SELECT p.id AS person, p.language, p.email, ${sql.raw(ADDRESS_PROVEN)} AS isProven,
      (SELECT w.is_on FROM notice_wishes w WHERE w.person = p.id AND w.kind = 'message') AS wish,
      p.email <> '' AND ${sql.raw(ADDRESS_REFUSED)} AS isRefused
    FROM people p WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(people)}))`,
    {
      person: z.string(),
      language: z.enum(LANGUAGES),
      email: z.string(),
      isProven: flag,
      wish: flag.nullable(),
      isRefused: flag,
    },
  )

export interface MessageReach extends Omit<Reached, 'isUnreachable'> {
  readonly person: string
  readonly language: Language
}
