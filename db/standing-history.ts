/** What a trainee's standing at any past moment rests on, besides the decisions: one query. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { spansOf, type Span } from '#domain/calendar/spans.ts'
import { meaning, once, read, rows, type Query, type Reading } from './client.ts'
import { isHere } from './sign-offs.ts'

export interface StandingHistory {
  /** Each time that they asked for sign-off. */
  readonly asked: readonly number[]
  readonly pauses: readonly Span[]
  /** The day on which they mean to be back from an open pause, `YYYY-MM-DD`, or null. */
  readonly backOn: string | null
  readonly lapses: readonly Span[]
  readonly stops: readonly Span[]
  /** When each incident about them was written down: for coordinators alone, as long as it is open. */
  readonly incidents: readonly number[]
  /** When they came to the programme that they are in, or null. */
  readonly joinedAt: number | null
}

const ROW = {
  kind: z.enum(['sign-off-asked', 'paused', 'resumed', 'lapse', 'stop', 'incident', 'joined']),
  at: z.number(),
  /** Of a pause a day, of a lapse a time. */
  until: z.union([z.number(), z.string(), z.null()]),
}

export const standingHistoryQuery = once((person: string): Reading<StandingHistory> =>
  meaning(
    rows(
      sql`SELECT kind, made_at AS at, json_extract(value, '$.until') AS until FROM records
        WHERE person = ${person} AND unit IN ('course', 'pause') AND kind IN ('sign-off-asked', 'paused', 'resumed')
      UNION ALL SELECT 'joined', created_at, NULL FROM roles
        WHERE person = ${person} AND role = 'trainee' AND archived_at IS NULL
      UNION ALL SELECT 'lapse', lapsed_at, refreshed_at FROM lapses WHERE person = ${person}
      UNION ALL SELECT 'stop', s.stopped_at, e.ended_at FROM stops s LEFT JOIN stop_ends e ON e.stop = s.id
        WHERE s.person = ${person} AND ${sql.raw(isHere('s'))}
      UNION ALL SELECT 'incident', i.written_at, NULL FROM incidents i
        WHERE i.person = ${person} AND ${sql.raw(isHere('i'))}
      ORDER BY at`,
      ROW,
    ),
    toHistory,
  ),
)

export const findStandingHistory = (person: string): Promise<StandingHistory> =>
  read(standingHistoryQuery(person))

function toHistory(found: readonly z.infer<z.ZodObject<typeof ROW>>[]): StandingHistory {
  const turns = found.filter(({ kind }) => kind === 'paused' || kind === 'resumed')
  const pauses = spansOf(turns.map(({ kind, at }) => ({ at, on: kind === 'paused' })))
  const last = turns.at(-1)
  return {
    asked: found.filter(({ kind }) => kind === 'sign-off-asked').map(({ at }) => at),
    pauses,
    joinedAt: found.find(({ kind }) => kind === 'joined')?.at ?? null,
    backOn: pauses.at(-1)?.until === null && typeof last?.until === 'string' ? last.until : null,
    lapses: spans(found, 'lapse'),
    stops: spans(found, 'stop'),
    incidents: found.filter(({ kind }) => kind === 'incident').map(({ at }) => at),
  }
}

const spans = (found: readonly z.infer<z.ZodObject<typeof ROW>>[], of: 'lapse' | 'stop'): Span[] =>
  found
    .filter(({ kind }) => kind === of)
    .map(({ at, until }) => ({ from: at, until: until === null ? null : Number(until) }))

/** Opens or closes a lapse as the person's line in lists says; after `overviews` in the same batch. */
export const updateLapses = (person: string, now: number): Query[] => [
  {
    sql: `INSERT INTO lapses (person, lapsed_at) SELECT person, ? FROM overviews
      WHERE person = ? AND lapsed = 1 AND NOT EXISTS (SELECT 1 FROM lapses l WHERE l.person = overviews.person AND l.refreshed_at IS NULL)
      ON CONFLICT DO NOTHING`,
    args: [now, person],
  },
  {
    sql: `UPDATE lapses SET refreshed_at = ? WHERE person = ? AND refreshed_at IS NULL
      AND EXISTS (SELECT 1 FROM overviews o WHERE o.person = lapses.person AND o.lapsed = 0)`,
    args: [now, person],
  },
]
