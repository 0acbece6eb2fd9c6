/** Mentors who were stopped: off the register at once, until a coordinator decides. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { database, guard, meaning, rows, type Query, type Reading } from './client.ts'
import { stopEnds, stops } from './schema.ts'

/** How a stop ends. */
export type StopOutcome = (typeof stopEnds.$inferSelect)['outcome']

/** SQL of the stop of `alias.person` in `alias.programme` that has not ended by `now`, or NULL: its id or when it began. */
export function openStop(alias: string, column: 'id' | 'stopped_at', now: number): SQL {
  const a = sql.raw(alias)
  return sql`(SELECT x.${sql.raw(column)} FROM stops x LEFT JOIN stop_ends y ON y.stop = x.id AND y.ended_at <= ${now}
    WHERE x.person = ${a}.person AND x.programme = ${a}.programme AND x.stopped_at <= ${now} AND y.stop IS NULL
    ORDER BY x.stopped_at, x.id LIMIT 1)`
}

export const insertStop = (row: typeof stops.$inferInsert): Query =>
  database().insert(stops).values(row)
export const insertStopEnd = (row: typeof stopEnds.$inferInsert): Query =>
  database().insert(stopEnds).values(row)

/** For a batch: it fails where the mentor is stopped already. */
export const guardNotStopped = (person: string, programme: string): Query =>
  guard(
    `NOT EXISTS (SELECT 1 FROM stops x WHERE x.person = ? AND x.programme = ?
      AND NOT EXISTS (SELECT 1 FROM stop_ends y WHERE y.stop = x.id))`,
    [person, programme],
  )

export interface SeenStop {
  readonly id: string
  readonly stoppedAt: number
  readonly stoppedByName: string
  /** For coordinators. */
  readonly reason: string
  /** Null while it lasts. */
  readonly end: {
    readonly at: number
    readonly byName: string
    readonly outcome: StopOutcome
    /** What the mentor was told. */
    readonly reason: string
  } | null
}

/** Newest first. */
export const stopsQuery = (person: string, programme: string): Reading<SeenStop[]> =>
  meaning(
    rows(
      sql`SELECT s.id, s.stopped_at, b.name AS by_name, s.reason, e.ended_at, c.name AS ended_by, e.outcome, e.reason AS end_reason
      FROM stops s JOIN people b ON b.id = s.stopped_by LEFT JOIN stop_ends e ON e.stop = s.id LEFT JOIN people c ON c.id = e.ended_by
      WHERE s.person = ${person} AND s.programme = ${programme} ORDER BY s.stopped_at DESC, s.id DESC`,
      {
        id: z.string(),
        stopped_at: z.number(),
        by_name: z.string(),
        reason: z.string(),
        ended_at: z.number().nullable(),
        ended_by: z.string().nullable(),
        outcome: z.enum(['reinstated', 'ended']).nullable(),
        end_reason: z.string().nullable(),
      },
    ),
    (found) =>
      found.map((one) => ({
        id: one.id,
        stoppedAt: one.stopped_at,
        stoppedByName: one.by_name,
        reason: one.reason,
        end:
          one.ended_at === null || one.outcome === null
            ? null
            : {
                at: one.ended_at,
                byName: one.ended_by ?? '',
                outcome: one.outcome,
                reason: one.end_reason ?? '',
              },
      })),
  )
