/** What those who wait look for, beside what the mentors of the register who have a place free offer. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { meaning, rows, type Reading } from './client.ts'
import { LATEST_ANSWERS } from './requests.ts'

export interface Lack {
  readonly kind: 'area' | 'language'
  /** Slug of an area, or id of a language. */
  readonly value: string
  /** How many wait for it. */
  readonly waiting: number
  /** How many places are free with mentors who offer it; fewer than wait. */
  readonly free: number
}

/**
 * Areas and languages that more people wait for than there are places free, the greatest want first.
 * What is offered is read of what is kept (register-kept.ts).
 */
export const lacksQuery = (programme: string): Reading<Lack[]> =>
  meaning(
    rows(
      sql`WITH waiting AS MATERIALIZED (
          SELECT ${LATEST_ANSWERS('w.request')} AS answers FROM request_waits w WHERE w.programme = ${programme}),
        wanted AS MATERIALIZED (
          SELECT 'area' AS kind, j.value, count(*) AS n FROM waiting, json_each(waiting.answers, '$.areas') j GROUP BY j.value
          UNION ALL SELECT 'language', j.value, count(*) FROM waiting, json_each(waiting.answers, '$.languages') j GROUP BY j.value),
        -- As many mentors with a free place as people wait are enough to know that none is wanting.
        offered AS MATERIALIZED (SELECT w.*, coalesce((SELECT sum(free) FROM (SELECT o.free FROM register_offers o
          WHERE o.programme = ${programme} AND o.kind = w.kind AND o.value = w.value AND o.free > 0
          ORDER BY o.free DESC LIMIT (SELECT max(n) FROM wanted))), 0) AS free FROM wanted w)
      SELECT kind, value, n, free FROM offered WHERE n > free ORDER BY n - free DESC, kind, value LIMIT 20`,
      { kind: z.enum(['area', 'language']), value: z.string(), n: z.number(), free: z.number() },
    ),
    (found) => found.map(({ n, ...lack }) => ({ ...lack, waiting: n })),
  )
