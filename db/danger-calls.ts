/** Dangers that nobody said anything about, and who is told of them. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Day } from '#domain/calendar/days.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { CALLED, type CalledKind } from '#domain/readiness/danger.ts'
import { meaning, rows, type Query, type Reading } from './client.ts'
import { standingHarms } from './harms.ts'

/** A danger that waits and that nobody looks after. */
export interface WaitingDanger {
  readonly kind: CalledKind
  /** Id of the observation, the note or the review. */
  readonly about: string
  /** Person id. */
  readonly person: string
  /** When it was seen, written or held, milliseconds since 1970; a review may be entered later. */
  readonly at: number
  /** `YYYY-MM-DD` from which it waited again; '' where nobody said anything yet. */
  readonly round: string
  /** Mails that were written about it; null where nobody was told yet. */
  readonly mails: number | null
}

/**
 * Of the people on whose desk a danger stands. Where somebody looks after it, it is not among them.
 * @param today `YYYY-MM-DD` by the programme's clock @param before began to wait by then, milliseconds since 1970
 */
export function waitingDangersQuery(
  programme: string,
  today: Day,
  before: number,
): Reading<WaitingDanger[]> {
  const people = (kind: CalledKind): SQL =>
    sql`(SELECT k.person FROM tasks k WHERE k.programme = ${programme} AND k.reason = ${kind} AND k.since <= ${before})`
  return rows(
    sql`SELECT a.kind, a.about, a.person, a.at, coalesce(f.again_on, '') AS round, c.mails FROM (
      SELECT 'harm' AS kind, o.id AS about, o.person, o.written_at AS at FROM ${standingHarms(programme)} AND o.person IN ${people('harm')} GROUP BY o.id
      UNION ALL SELECT 'concern', n.id, n.person, n.written_at FROM notes n
      WHERE n.kind = 'concern' AND n.programme = ${programme} AND n.person IN ${people('concern')}
      UNION ALL SELECT 'wellbeing', v.id, v.person, v.held_at FROM support_reviews v
      WHERE v.programme = ${programme} AND v.person IN ${people('wellbeing')} AND NOT EXISTS (SELECT 1 FROM support_reviews l
        WHERE l.person = v.person AND l.programme = v.programme AND (l.held_at, l.id) > (v.held_at, v.id))
      UNION ALL SELECT 'incident', i.id, i.person, i.written_at FROM incidents i
      WHERE i.programme = ${programme} AND i.person IN ${people('incident')} AND NOT EXISTS (SELECT 1 FROM incident_steps s WHERE s.incident = i.id)
    ) a LEFT JOIN follow_ups f ON f.id = (SELECT x.id FROM follow_ups x WHERE x.about = a.about ORDER BY x.at DESC, x.id DESC LIMIT 1)
    LEFT JOIN danger_calls c ON c.programme = ${programme} AND c.about = a.about AND c.round = coalesce(f.again_on, '')
    WHERE f.id IS NULL OR f.again_on <= ${today} ORDER BY a.at, a.about`,
    {
      kind: z.enum(CALLED),
      about: z.string(),
      person: z.string(),
      at: z.number(),
      round: z.string(),
      mails: z.number().nullable(),
    },
  )
}

/** That all were told; a second server, or a second round, writes nothing new. */
export const putDangerCall = (row: {
  readonly danger: WaitingDanger
  readonly programme: string
  readonly calledAt: number
  readonly mails: number
}): Query => ({
  sql: `INSERT INTO danger_calls (programme, about, round, kind, person, called_at, mails) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET called_at = excluded.called_at, mails = excluded.mails`,
  args: [
    row.programme,
    row.danger.about,
    row.danger.round,
    row.danger.kind,
    row.danger.person,
    row.calledAt,
    row.mails,
  ],
})

/** Whom a danger of a programme is told: its coordinators and all administrators. */
export interface Called {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly email: string
  readonly isCoordinator: boolean
}

export const calledPeopleQuery = (programme: string): Reading<Called[]> =>
  meaning(
    rows(
      sql`SELECT p.id, p.name, p.language, p.email, max(r.role = 'coordinator') AS coordinates
      FROM roles r JOIN people p ON p.id = r.person AND p.disabled_at IS NULL AND p.email <> ''
      WHERE r.archived_at IS NULL AND ((r.role = 'coordinator' AND r.programme = ${programme}) OR r.role = 'administrator')
      GROUP BY p.id ORDER BY p.id`,
      {
        id: z.string(),
        name: z.string(),
        language: z.enum(LANGUAGES),
        email: z.string(),
        coordinates: z.number(),
      },
    ),
    (found) => found.map(({ coordinates, ...one }) => ({ ...one, isCoordinator: coordinates > 0 })),
  )

/** SQL of a call `c`: nobody has said anything since about what it was about. */
const UNANSWERED = `NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.about = c.about AND f.at >= c.called_at)
  AND NOT EXISTS (SELECT 1 FROM incident_steps s WHERE s.incident = c.about AND s.at >= c.called_at)`

/** SQL of a row `k` of tasks: a danger that nobody answered within the programme's hours, also where nobody could be mailed. */
export const IS_PAST_HOUR = `(k.rank = 0 AND EXISTS (SELECT 1 FROM danger_calls c WHERE c.programme = k.programme
  AND c.person = k.person AND c.kind = k.reason AND ${UNANSWERED}))`

/** Of how many people all were told and about whom nobody said anything since, by programme. */
export const unansweredCallsQuery = (): Reading<ReadonlyMap<string, number>> =>
  meaning(
    rows(
      sql`SELECT k.programme, count(DISTINCT k.person) AS n FROM tasks k JOIN danger_calls c ON c.programme = k.programme
      AND c.person = k.person AND c.kind = k.reason
      WHERE k.rank = 0 AND ${sql.raw(UNANSWERED)}
      GROUP BY k.programme`,
      { programme: z.string(), n: z.number() },
    ),
    (found) => new Map(found.map(({ programme, n }) => [programme, n])),
  )
