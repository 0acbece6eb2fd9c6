/** What a raised question means for people: one query, however many there are. */
import { sql } from 'drizzle-orm'
import { database } from './client.ts'

export interface RaisedQuestion {
  readonly id: string
  /** Item id of its quiz. */
  readonly quiz: string
  readonly revision: number
}

/**
 * How many people passed each quiz but have not answered one of these revisions right since:
 * for them the competencies that lean on the quiz lapse.
 * @returns people by quiz id
 */
export async function countLapsing(
  raised: readonly RaisedQuestion[],
): Promise<Map<string, number>> {
  if (raised.length === 0) return new Map()
  const rows = await database().all<{ quiz: string; n: number }>(sql`
    SELECT p.item AS quiz, count(DISTINCT p.person) AS n
    FROM json_each(${JSON.stringify(raised)}) AS q
    JOIN progress p ON p.item = q.value ->> '$.quiz'
    WHERE json_extract(p.state, '$.passed') = 1
      AND coalesce((
        SELECT r.value FROM json_each(p.state, '$.rightAt') AS r WHERE r.key = q.value ->> '$.id'
      ), 0) < CAST(q.value ->> '$.revision' AS INTEGER)
    GROUP BY p.item`)
  return new Map(rows.map((row) => [row.quiz, row.n]))
}
