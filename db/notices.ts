/** That somebody was told of something: what was written, what became of it, and what each of them wants. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LANGUAGES } from '#domain/course/language.ts'
import {
  NOTICE_KINDS,
  NOTICE_OUTCOMES,
  USUAL_DIGEST,
  type DigestWish,
  type NoticeKind,
  type NoticeOutcome,
} from '#domain/people/notices.ts'
import { flag, meaning, rows, type Query, type Reading } from './client.ts'
import { ADDRESS_PROVEN } from './notices-due.ts'
import type { MailFacts } from './outbox.ts'
import { ADDRESS_REFUSED } from './unreached.ts'

export interface NewNotice {
  readonly kind: NoticeKind
  readonly subject: string
  readonly person: string
  readonly programme: string
  readonly outcome: NoticeOutcome
  /** Id in the outbox, or null. */
  readonly mail: string | null
}

/** One statement for all of them; it fails whole where another server has told one of these meanwhile. */
export const insertNotices = (found: readonly NewNotice[], at: number): Query => ({
  sql: `INSERT INTO notices (kind, subject, person, programme, at, outcome, mail)
    SELECT value ->> 'kind', value ->> 'subject', value ->> 'person', value ->> 'programme', ?, value ->> 'outcome', value ->> 'mail'
    FROM json_each(?)`,
  args: [at, JSON.stringify(found)],
})

export interface NewMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly programme: string
}

/** One statement for all of them: each goes after whatever somebody waits for at a screen. */
export const insertLaterMails = (mails: readonly NewMail[], at: number): Query => ({
  sql: `INSERT INTO outbox (id, recipient, subject, text, programme, created_at, next_try_at, later)
    SELECT value ->> 'id', value ->> 'recipient', value ->> 'subject', value ->> 'text', value ->> 'programme', ?, ?, 1
    FROM json_each(?)`,
  args: [at, at, JSON.stringify(mails)],
})

/** Written once, by the first look. */
export const putBegan = (at: number): Query => ({
  sql: `INSERT INTO notice_marks (name, at) VALUES ('began', ?) ON CONFLICT DO NOTHING`,
  args: [at],
})

/** That the job looked, and what it wrote. */
export const putLooked = (at: number, notices: number, mails: number): Query => ({
  sql: `INSERT INTO notice_marks (name, at, notices, mails) VALUES ('looked', ?, ?, ?)
    ON CONFLICT DO UPDATE SET at = excluded.at, notices = excluded.notices, mails = excluded.mails`,
  args: [at, notices, mails],
})

export interface NoticeMarks {
  /** Null before the first look. */
  readonly began: number | null
  readonly looked: {
    readonly at: number
    readonly notices: number
    readonly mails: number
  } | null
}

export const noticeMarksQuery = (): Reading<NoticeMarks> =>
  meaning(
    rows(sql`SELECT name, at, notices, mails FROM notice_marks`, {
      name: z.enum(['began', 'looked']),
      at: z.number(),
      notices: z.number(),
      mails: z.number(),
    }),
    (found) => ({
      began: found.find(({ name }) => name === 'began')?.at ?? null,
      looked: found.find(({ name }) => name === 'looked') ?? null,
    }),
  )

/** Somebody who coordinates, and what there is to know before they get a digest. */
export interface DigestReader {
  readonly id: string
  readonly email: string
  readonly language: (typeof LANGUAGES)[number]
  /** Slugs, in their order. */
  readonly programmes: readonly string[]
  readonly wish: DigestWish
  /** `YYYY-MM-DD` of the last one; '' for none. */
  readonly last: string
  readonly isRefused: boolean
}

export const digestReadersQuery = (): Reading<DigestReader[]> =>
  meaning(
    rows(
      sql`SELECT p.id, p.email, p.language, (SELECT json_group_array(x.programme) FROM (SELECT programme FROM roles
          WHERE person = p.id AND role = 'coordinator' AND archived_at IS NULL ORDER BY programme) x) AS programmes,
        w.is_on AS isOn, w.hour, w.weekdays, p.email <> '' AND ${sql.raw(ADDRESS_REFUSED)} AS isRefused,
        coalesce((SELECT max(n.subject) FROM notices n WHERE n.kind = 'digest' AND n.person = p.id), '') AS last
      FROM people p LEFT JOIN notice_wishes w ON w.person = p.id AND w.kind = 'digest'
      WHERE p.disabled_at IS NULL AND p.email <> '' AND p.id IN (SELECT person FROM roles WHERE role = 'coordinator' AND archived_at IS NULL)
      ORDER BY p.id`,
      {
        id: z.string(),
        email: z.string(),
        language: z.enum(LANGUAGES),
        programmes: z.string(),
        isOn: flag.nullable(),
        hour: z.number().nullable(),
        weekdays: flag.nullable(),
        isRefused: flag,
        last: z.string(),
      },
    ),
    (found) =>
      found.map(({ programmes, isOn, hour, weekdays, ...one }) => ({
        ...one,
        programmes: z.array(z.string()).parse(JSON.parse(programmes)),
        wish: wishFrom(isOn, hour, weekdays),
      })),
  )

const wishFrom = (
  isOn: boolean | null,
  hour: number | null,
  weekdays: boolean | null,
): DigestWish => ({
  isOn: isOn ?? USUAL_DIGEST.isOn,
  hour: hour ?? USUAL_DIGEST.hour,
  weekdays: weekdays ?? USUAL_DIGEST.weekdays,
})

export interface NoticeWishes {
  /** '' for none. */
  readonly email: string
  readonly isProven: boolean
  readonly isRefused: boolean
  /** By kind, what they said themselves. */
  readonly said: Readonly<Partial<Record<NoticeKind, boolean>>>
  readonly digest: DigestWish
}

export const noticeWishesQuery = (person: string): Reading<NoticeWishes | null> =>
  meaning(
    rows(
      sql`SELECT p.email, ${sql.raw(ADDRESS_PROVEN)} AS isProven, p.email <> '' AND ${sql.raw(ADDRESS_REFUSED)} AS isRefused,
        w.kind, w.is_on AS isOn, w.hour, w.weekdays
      FROM people p LEFT JOIN notice_wishes w ON w.person = p.id WHERE p.id = ${person}`,
      {
        email: z.string(),
        isProven: flag,
        isRefused: flag,
        kind: z.enum(NOTICE_KINDS).nullable(),
        isOn: flag.nullable(),
        hour: z.number().nullable(),
        weekdays: flag.nullable(),
      },
    ),
    (found) => {
      const [first] = found
      if (!first) return null
      const { email, isProven, isRefused } = first
      const digest = found.find(({ kind }) => kind === 'digest')
      return {
        ...{ email, isProven, isRefused },
        said: Object.fromEntries(
          found.flatMap(({ kind, isOn }) => (kind && isOn !== null ? [[kind, isOn]] : [])),
        ),
        digest: wishFrom(digest?.isOn ?? null, digest?.hour ?? null, digest?.weekdays ?? null),
      }
    },
  )

export const putNoticeWish = (wish: {
  readonly person: string
  readonly kind: NoticeKind
  readonly isOn: boolean
  readonly digest?: Omit<DigestWish, 'isOn'>
  readonly at: number
}): Query => ({
  sql: `INSERT INTO notice_wishes (person, kind, is_on, hour, weekdays, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET is_on = excluded.is_on, hour = excluded.hour, weekdays = excluded.weekdays, at = excluded.at`,
  args: [
    wish.person,
    wish.kind,
    wish.isOn,
    wish.digest?.hour ?? USUAL_DIGEST.hour,
    wish.digest?.weekdays ?? USUAL_DIGEST.weekdays,
    wish.at,
  ],
})

/** What somebody was told of, or why not by mail. */
export interface SeenNotice {
  readonly kind: NoticeKind
  readonly subject: string
  readonly at: number
  readonly outcome: NoticeOutcome
  /** What became of the mail; null where there was none, or where it is not kept any longer. */
  readonly mail: MailFacts | null
}

export const NOTICES_PAGE = 50

/** Newest first. @param programme null for all @param before where the page before ended, milliseconds since 1970 */
export const noticesOfQuery = (
  person: string,
  programme: string | null,
  before: number,
  limit = NOTICES_PAGE,
): Reading<SeenNotice[]> =>
  meaning(
    rows(
      sql`SELECT n.kind, n.subject, n.at, n.outcome, o.id AS mail, o.sent_at AS sentAt, o.refused_at AS refusedAt,
        coalesce(o.next_try_at, 0) AS nextTryAt, coalesce(o.created_at, 0) AS createdAt, coalesce(o.problem, '') AS problem
      FROM notices n LEFT JOIN outbox o ON o.id = n.mail
      WHERE n.person = ${person} AND n.at < ${before} AND n.outcome <> 'nothing'
      ${programme === null ? sql`` : sql`AND n.programme = ${programme}`}
      ORDER BY n.at DESC, n.kind, n.subject LIMIT ${limit}`,
      {
        kind: z.enum(NOTICE_KINDS),
        subject: z.string(),
        at: z.number(),
        outcome: z.enum(NOTICE_OUTCOMES),
        mail: z.string().nullable(),
        sentAt: z.number().nullable(),
        refusedAt: z.number().nullable(),
        nextTryAt: z.number(),
        createdAt: z.number(),
        problem: z.string(),
      },
    ),
    (found) =>
      found.map(({ kind, subject, at, outcome, mail, ...facts }) => ({
        ...{ kind, subject, at, outcome },
        mail: mail === null ? null : facts,
      })),
  )
