/** What a raised question means for people: one query, however many there are. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import { STANDINGS, type Standing } from '#domain/readiness/standing.ts'
import { flag, read, rows } from './client.ts'
import { standings } from './standings.ts'

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
  const found = await read(
    rows(
      sql`
    SELECT p.item AS quiz, count(DISTINCT p.person) AS n
    FROM json_each(${JSON.stringify(raised)}) AS q
    JOIN progress p ON p.item = q.value ->> '$.quiz'
    WHERE json_extract(p.state, '$.passed') = 1
      AND coalesce((
        SELECT r.value FROM json_each(p.state, '$.rightAt') AS r WHERE r.key = q.value ->> '$.id'
      ), 0) < CAST(q.value ->> '$.revision' AS INTEGER)
    GROUP BY p.item`,
      { quiz: z.string(), n: z.number() },
    ),
  )
  return new Map(found.map(({ quiz, n }) => [quiz, n]))
}

export interface Touched {
  readonly person: string
  readonly name: string
  readonly quiz: string
  /** Ready to be matched today: this lapses. */
  readonly isMentor: boolean
}

/** The same people by name, once for each quiz, in the order of the names. @param moment for who is a mentor today */
export async function listTouched(
  raised: readonly RaisedQuestion[],
  moment: Moment,
): Promise<Touched[]> {
  if (raised.length === 0) return []
  const trainees = standings(sql`t.role = 'trainee' AND t.archived_at IS NULL`, moment)
  return read(
    rows(
      sql`
    WITH mentors AS (SELECT DISTINCT person FROM (${trainees}) WHERE standing IN ('ready', 'ready-with-conditions'))
    SELECT DISTINCT p.person, people.name, p.item AS quiz, p.person IN (SELECT person FROM mentors) AS isMentor
    FROM json_each(${JSON.stringify(raised)}) AS q
    JOIN progress p ON p.item = q.value ->> '$.quiz'
    JOIN people ON people.id = p.person
    WHERE json_extract(p.state, '$.passed') = 1
      AND coalesce((
        SELECT r.value FROM json_each(p.state, '$.rightAt') AS r WHERE r.key = q.value ->> '$.id'
      ), 0) < CAST(q.value ->> '$.revision' AS INTEGER)
    ORDER BY people.name, p.item`,
      { person: z.string(), name: z.string(), quiz: z.string(), isMentor: flag },
    ),
  )
}

export interface UnderNeeds {
  /** JSON of what was asked for at the sign-off in force; '' in old rows; null where none is in force. */
  readonly needs: string | null
  readonly standing: Standing
  readonly people: number
}

/**
 * Everybody whom a change of needs can concern, in groups: mentors by what was asked of them, and who is on the way. Who
 * waits for nothing but a signature, who left and whose road ended is not among them.
 */
export const countByNeeds = (moment: Moment): Promise<UnderNeeds[]> =>
  read(
    rows(
      sql`
    SELECT s.needs, r.standing, count(*) AS people
    FROM (${standings(sql`t.archived_at IS NULL`, moment)}) r LEFT JOIN sign_offs s ON s.id = r.in_force
    JOIN people p ON p.id = r.person AND p.disabled_at IS NULL
    WHERE r.in_force IS NOT NULL
      OR r.standing NOT IN ('waiting-for-second-signature', 'waiting-for-commitment', 'not-this-role', 'withdrawn')
    GROUP BY s.needs, r.standing ORDER BY s.needs, r.standing`,
      { needs: z.string().nullable(), standing: z.enum(STANDINGS), people: z.number() },
    ),
  )
