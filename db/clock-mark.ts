/**
 * The newest time that is believed: of the last retention run, and before the first one of the newest row. It is noted
 * when a database is opened, before anything else is written: what a wrong clock writes later does not move it.
 */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { meaning, read, rows, type Query, type Reading } from './client.ts'
import { CLOCK_MARK, NEWEST } from './engine/mark-clock.ts'

/** Milliseconds since 1970. */
export const newestKnownQuery = (): Reading<number> =>
  meaning(
    rows(
      sql`SELECT at FROM audit WHERE id = ${CLOCK_MARK} OR act LIKE 'retention:%' ORDER BY rowid DESC LIMIT 1`,
      { at: z.number() },
    ),
    ([row]) => {
      // The mark is made when the database is opened.
      if (!row) throw new Error('Bug: the database was opened without noting its newest time.')
      return row.at
    },
  )

/** The newest time that the server's clock wrote, believed or not; 0 in an empty database. */
export const newestWrittenQuery = (): Reading<number> =>
  meaning(
    rows(sql`SELECT coalesce(max(at), 0) AS at FROM (${sql.raw(NEWEST)})`, { at: z.number() }),
    ([row]) => row?.at ?? 0,
  )

export const newestKnownTime = (): Promise<number> => read(newestKnownQuery())

/** The audit row of a run, which moves the newest known time on. */
export const insertRun = (id: string, at: number, rows: number): Query => ({
  sql: "INSERT INTO audit (id, at, actor, act, subject, programme) VALUES (?, ?, '', ?, '', '')",
  args: [id, at, `retention:${rows}`],
})
