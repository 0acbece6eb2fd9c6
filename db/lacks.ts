/** What those who wait look for, beside what the mentors of the register who have a place free offer. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import { meaning, rows, type Reading } from './client.ts'
import { placesTaken } from './pairing-rows.ts'
import { signedOff } from './register-rows.ts'
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
 * Which places are taken: `placesTaken`.
 */
export const lacksQuery = (programme: string, moment: Moment): Reading<Lack[]> =>
  meaning(
    rows(
      sql`WITH waiting AS MATERIALIZED (
          SELECT ${LATEST_ANSWERS('w.request')} AS answers FROM request_waits w WHERE w.programme = ${programme}),
        wanted AS (
          SELECT 'area' AS kind, j.value, count(*) AS n FROM waiting, json_each(waiting.answers, '$.areas') j GROUP BY j.value
          UNION ALL SELECT 'language', j.value, count(*) FROM waiting, json_each(waiting.answers, '$.languages') j GROUP BY j.value),
        mentors AS MATERIALIZED (SELECT m.comfort_areas, m.no_go_areas, m.languages,
            m.capacity - ${sql.raw(placesTaken('m.id', 'm.programme', moment.today))} AS free
          FROM (${signedOff(programme, moment)}) m WHERE m.absence = ''),
        offered AS (
          SELECT 'area' AS kind, j.value, sum(m.free) AS free FROM mentors m, json_each(m.comfort_areas) j
            WHERE m.free > 0 AND NOT EXISTS (SELECT 1 FROM json_each(m.no_go_areas) g WHERE g.value = j.value) GROUP BY j.value
          UNION ALL SELECT 'language', j.value, sum(m.free) FROM mentors m, json_each(m.languages) j WHERE m.free > 0 GROUP BY j.value)
      SELECT w.kind, w.value, w.n, coalesce(o.free, 0) AS free FROM wanted w
        LEFT JOIN offered o ON o.kind = w.kind AND o.value = w.value
      WHERE w.n > coalesce(o.free, 0) ORDER BY w.n - coalesce(o.free, 0) DESC, w.kind, w.value LIMIT 20`,
      { kind: z.enum(['area', 'language']), value: z.string(), n: z.number(), free: z.number() },
    ),
    (found) => found.map(({ n, ...lack }) => ({ ...lack, waiting: n })),
  )
