/** What there is to tell somebody: worked out from the rows of the things themselves, so that no verb can forget to. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { DAY_MS, plusDays, type Day } from '#domain/calendar/days.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { idBefore } from '#domain/learning/uuid.ts'
import {
  AWAITED,
  CARDS_TOLD,
  ENDING_TOLD,
  TOLD_WITHIN,
  type AwaitedKind,
} from '#domain/people/notices.ts'
import { NEVER } from '#domain/people/mail-state.ts'
import { flag, rows, type Reading } from './client.ts'
import { holdsPlace } from './pairing-rows.ts'
import { aheadOfSignUp } from './sign-ups.ts'
import { ADDRESS_REFUSED } from './unreached.ts'

export interface Asked {
  readonly programme: string
  /** By the programme's clock. */
  readonly today: Day
  readonly now: number
  /** When notices began: nothing of before is told. */
  readonly began: number
}

interface From extends Asked {
  /** From then on. */
  readonly since: number
  /** No id of before sorts behind it: ids hold when they were made, and a form's is older than what came of it. */
  readonly firstId: string
}

/** The end of a stop has a mail of its own (server/readiness/end-stop.ts). @param person, at SQL */
const STOP_ENDED = (person: string, at: string): SQL =>
  sql.raw(
    `SELECT 1 FROM stops t JOIN stop_ends e ON e.stop = t.id WHERE t.person = ${person} AND e.ended_at = ${at}`,
  )

/** The one programme in which they are told what belongs to none. @param row an alias with a column `person` */
export const TRAINEE_IN = (row: string): string =>
  `SELECT min(r.programme) FROM roles r WHERE r.person = ${row}.person AND r.role = 'trainee' AND r.archived_at IS NULL`

/**
 * By kind, the rows `(subject, person, at)` of a programme. `at` is when it came to be. What is told when a day comes is
 * read from the tasks of the desk, whose rules know whom it concerns.
 */
const SOURCES: Readonly<Record<AwaitedKind, (from: From) => SQL>> = {
  decision: ({ programme, since, firstId }) => sql`
    SELECT id AS subject, person, decided_at AS at FROM sign_offs
    WHERE id > ${firstId} AND programme = ${programme} AND decided_at >= ${since}
    UNION ALL SELECT 'second:' || s.id, s.person, x.signed_at FROM second_signatures x JOIN sign_offs s ON s.id = x.sign_off
    WHERE x.signed_at >= ${since} AND s.programme = ${programme}
    UNION ALL SELECT 'withdrawn:' || s.id, s.person, w.withdrawn_at FROM withdrawals w JOIN sign_offs s ON s.id = w.sign_off
    WHERE w.withdrawn_at >= ${since} AND s.programme = ${programme} AND NOT EXISTS (
      ${STOP_ENDED('s.person', 'w.withdrawn_at')})`,
  // Where somebody is a trainee in two programmes it is told in one of them.
  answer: ({ programme, since, firstId }) => sql`
    SELECT y.id AS subject, y.person, y.replied_at AS at FROM replies y
    WHERE y.id > ${firstId} AND y.replied_at >= ${since} AND ${programme} = (${sql.raw(TRAINEE_IN('y'))})`,
  message: ({ programme, since, firstId }) => sql`
    SELECT id AS subject, person, written_at AS at FROM notes
    WHERE id > ${firstId} AND programme = ${programme} AND kind = 'shared' AND written_at >= ${since}
      AND NOT EXISTS (${STOP_ENDED('notes.person', 'notes.written_at')})`,
  // While it still waits for them.
  proposal: ({ programme, since, firstId, today }) => sql`
    SELECT x.id AS subject, x.mentor AS person, x.at FROM proposals x
    WHERE x.id > ${firstId} AND x.programme = ${programme} AND x.at >= ${since} AND ${sql.raw(holdsPlace('x', today))}
      AND NOT EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = x.id)`,
  // A series is told once; that one of it is called off, each time; a change to whoever signed up, a place to whoever waited.
  session: ({ programme, since, now }) => sql`
    SELECT CASE WHEN g.cancelled_at IS NULL THEN g.id ELSE 'cancelled:' || g.id END AS subject, r.person,
      coalesce(g.cancelled_at, a.at) AS at
    FROM group_sessions g JOIN audit a ON a.subject = g.id AND a.act = 'group-session-planned'
    JOIN roles r ON r.programme = g.programme AND r.role = 'trainee' AND r.archived_at IS NULL AND (g.cohort IS NULL OR r.cohort = g.cohort)
    WHERE g.programme = ${programme} AND g.starts_at > ${now} AND coalesce(g.cancelled_at, a.at) >= ${since}
      AND (g.cancelled_at IS NOT NULL OR coalesce(g.series, g.id) = g.id)
    UNION ALL SELECT 'changed:' || g.id || ':' || g.changed_at, u.person, g.changed_at
    FROM group_sessions g JOIN group_sign_ups u ON u.group_session = g.id AND u.ended_at IS NULL
    WHERE g.programme = ${programme} AND g.starts_at > ${now} AND g.cancelled_at IS NULL AND g.changed_at >= ${since}
    UNION ALL SELECT 'place:' || group_sessions.id || ':' || group_sign_ups.turn, group_sign_ups.person, ${now}
    FROM group_sessions JOIN group_sign_ups ON group_sign_ups.group_session = group_sessions.id
    WHERE group_sessions.programme = ${programme} AND group_sessions.starts_at > ${now}
      AND group_sessions.cancelled_at IS NULL AND group_sign_ups.ended_at IS NULL
      AND group_sign_ups.told = 'waiting' AND ${aheadOfSignUp} < group_sessions.places`,
  review: ({ programme, since }) => sql`
    SELECT programme || ':' || since AS subject, person, since AS at FROM tasks
    WHERE programme = ${programme} AND reason = 'review' AND since >= ${since}`,
  ending: ({ programme, today }) => {
    const [first, last] = ENDING_TOLD
    return sql`
    SELECT day || CASE WHEN day <= ${plusDays(today, last)} THEN ':last' ELSE ':first' END AS subject, person, since AS at FROM tasks
    WHERE programme = ${programme} AND reason = 'expiring' AND day > ${today} AND day <= ${plusDays(today, first)}`
  },
  // Of a trainee in two programmes told in one of them; not in a pause, and never of before the first start with notices.
  cards: ({ programme, today, now, began }) => sql`
    SELECT o.cards_on AS subject, o.person, o.cards_at AS at FROM overviews o
    WHERE o.cards_on BETWEEN ${plusDays(today, -CARDS_TOLD.within)} AND ${plusDays(today, -CARDS_TOLD.after)}
      AND o.cards_at > 0 AND o.cards_on >= date(${began} / 1000, 'unixepoch') AND coalesce(o.paused_at > ${now}, 1)
      AND ${programme} = (${sql.raw(TRAINEE_IN('o'))}) AND NOT EXISTS (
        SELECT 1 FROM notices n WHERE n.person = o.person AND n.kind = 'cards' AND n.at > ${now - CARDS_TOLD.gap * DAY_MS})`,
}

export interface DueNotice {
  readonly kind: AwaitedKind
  readonly subject: string
  readonly person: string
  readonly language: (typeof LANGUAGES)[number]
  readonly email: string
  readonly isProven: boolean
  /** What they said themselves, or null. */
  readonly wish: boolean | null
  readonly isRefused: boolean
  /** A mail to them that was not sent yet, and says no more and no less; null for none. */
  readonly waiting: string | null
}

/** SQL of a person `p`. */
export const ADDRESS_PROVEN =
  'EXISTS (SELECT 1 FROM proven_addresses v WHERE v.person = p.id AND v.email = p.email)'

/** What nobody was told yet, of people who are here; the oldest first. @param most so many at a time */
export function dueNoticesQuery(asked: Asked, most: number): Reading<DueNotice[]> {
  const since = Math.max(asked.began, asked.now - TOLD_WITHIN)
  const from = { ...asked, since, firstId: idBefore(since - TOLD_WITHIN) }
  const each = AWAITED.map(
    (kind) => sql`SELECT ${kind} AS kind, d.* FROM (${SOURCES[kind](from)}) d`,
  )
  return rows(
    sql`SELECT d.kind, d.subject, d.person, p.language, p.email, ${sql.raw(ADDRESS_PROVEN)} AS isProven,
      (SELECT w.is_on FROM notice_wishes w WHERE w.person = p.id AND w.kind = d.kind) AS wish,
      p.email <> '' AND ${sql.raw(ADDRESS_REFUSED)} AS isRefused,
      (SELECT o.id FROM notices n JOIN outbox o ON o.id = n.mail WHERE n.person = p.id AND n.kind <> 'digest'
        AND o.sent_at IS NULL AND o.next_try_at < ${NEVER} AND o.recipient = p.email LIMIT 1) AS waiting
    FROM (${sql.join(each, sql` UNION ALL `)}) d JOIN people p ON p.id = d.person AND p.disabled_at IS NULL
    WHERE EXISTS (SELECT 1 FROM roles r WHERE r.person = d.person AND r.role = 'trainee' AND r.programme = ${asked.programme}
      AND r.archived_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.kind = d.kind AND n.subject = d.subject AND n.person = d.person)
    ORDER BY d.at, d.person LIMIT ${most}`,
    {
      kind: z.enum(AWAITED),
      subject: z.string(),
      person: z.string(),
      language: z.enum(LANGUAGES),
      email: z.string(),
      isProven: flag,
      wish: flag.nullable(),
      isRefused: flag,
      waiting: z.string().nullable(),
    },
  )
}
