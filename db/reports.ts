/** What the reports count: one query each, whatever the number of people. Only people who joined in the period. */
import { sql, type SQL } from 'drizzle-orm'
import { IDLE_AFTER } from '#domain/readiness/attention.ts'
import type { Period } from '#domain/reports/period.ts'
import type { Asked } from '#domain/reports/questions.ts'
import type { Counted } from '#domain/reports/spread.ts'
import type { Sums } from '#domain/reports/interval.ts'
import { database } from './client.ts'

export interface ReportWish {
  /** Each programme that is asked about, with the period by its own clocks. */
  readonly of: readonly (Period & { readonly programme: string })[]
  /** Cohort id; '' for all. */
  readonly cohort: string
}

/** Those who left are counted too; who moved to another programme is counted there. */
const joined = ({ of, cohort }: ReportWish): SQL => sql`here AS MATERIALIZED (
  SELECT t.person, t.programme, t.created_at AS joined_at FROM roles t
  WHERE t.role = 'trainee' AND coalesce(t.archived_reason, '') <> 'moved'
    ${cohort ? sql`AND t.cohort = ${cohort}` : sql``}
    AND (${sql.join([sql`FALSE`, ...of.map(joinedIn)], sql` OR `)})
)`
const joinedIn = ({ programme, from, before }: ReportWish['of'][number]): SQL =>
  sql`t.programme = ${programme} AND t.created_at >= ${from ?? 0} AND t.created_at < ${before ?? Number.MAX_SAFE_INTEGER}`
const hasReady = sql`EXISTS (SELECT 1 FROM sign_offs s WHERE s.person = here.person AND s.decision = 'ready')`

/** By programme: how many reached which stage (its number in STAGES) and none after it. @param steps required steps of the course */
export async function countFurthest(
  wish: ReportWish,
  steps: number,
): Promise<Map<string, Map<number, number>>> {
  const rows = await database().all<{ programme: string; stage: number; n: number }>(sql`
    WITH ${joined(wish)} SELECT programme, stage, count(*) AS n FROM (
      SELECT programme, CASE
        WHEN ${hasReady} THEN 5
        WHEN EXISTS (SELECT 1 FROM observations b WHERE b.person = here.person) THEN 4
        WHEN o.done >= ${steps} THEN 3 WHEN o.done * 2 >= ${steps} THEN 2 WHEN o.last_at > 0 THEN 1 ELSE 0
      END AS stage FROM here LEFT JOIN overviews o ON o.person = here.person
    ) GROUP BY programme, stage`)
  const found = new Map<string, Map<number, number>>()
  for (const { programme, stage, n } of rows)
    found.set(programme, (found.get(programme) ?? new Map<number, number>()).set(stage, n))
  return found
}

/** By programme: days from joining to the first sign-off as ready, and how many took them. */
export async function countDaysToReady(wish: ReportWish): Promise<Map<string, Counted[]>> {
  const rows = await database().all<{ programme: string; value: number; n: number }>(sql`
    WITH ${joined(wish)} SELECT programme, max(0, (ready_at - joined_at) / 86400000) AS value, count(*) AS n FROM (
      SELECT programme, joined_at, (SELECT min(s.decided_at) FROM sign_offs s
        WHERE s.person = here.person AND s.decision = 'ready') AS ready_at FROM here
    ) WHERE ready_at IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`)
  const found = new Map<string, Counted[]>()
  for (const { programme, value, n } of rows)
    found.set(programme, [...(found.get(programme) ?? []), { value, n }])
  return found
}

/** Where those are who stopped before the end: the item of their last work ('' where they never began), and how many. */
export async function countStops(
  wish: ReportWish,
  steps: number,
  now: number,
): Promise<{ item: string; people: number }[]> {
  return database().all<{ item: string; people: number }>(sql`
    WITH ${joined(wish)} SELECT coalesce(o.last_item, '') AS item, count(*) AS people
    FROM here LEFT JOIN overviews o ON o.person = here.person
    WHERE coalesce(o.done, 0) < ${steps} AND o.paused_at IS NULL AND NOT ${hasReady}
      AND coalesce(nullif(o.last_at, 0), here.joined_at) < ${now - IDLE_AFTER}
    GROUP BY 1 ORDER BY 2 DESC, 1`)
}

/** The very first answer that each person gave to each question. */
export async function countFirstAnswers(wish: ReportWish): Promise<Asked[]> {
  return database().all<Asked>(sql`
    WITH ${joined(wish)} SELECT item, count(*) AS people, sum(is_right) AS right FROM (
      SELECT r.item, json_extract(r.value, '$.right') AS is_right, min(r.made_at)
      FROM here CROSS JOIN records r ON r.person = here.person AND r.kind = 'question-answered'
      GROUP BY r.person, r.item
    ) GROUP BY item ORDER BY item`)
}

export interface ChosenRow {
  readonly principle: string
  readonly verdict: 'kept' | 'missed' | 'crossed'
  readonly replies: number
  readonly people: number
}

/** Replies in practice talks by principle and verdict. */
export async function countChoices(wish: ReportWish): Promise<ChosenRow[]> {
  return database().all<ChosenRow>(sql`
    WITH ${joined(wish)} SELECT v.key AS principle, v.value AS verdict, count(*) AS replies, count(DISTINCT r.person) AS people
    FROM here CROSS JOIN records r ON r.person = here.person AND r.kind = 'turn-taken', json_each(r.value, '$.verdicts') v
    GROUP BY 1, 2 ORDER BY 1, 2`)
}

export interface ConfidenceSums extends Sums {
  readonly programme: string
  /** '' for the person's mean over all lines that they rated twice. */
  readonly competency: string
  readonly before: number
  readonly after: number
}

/** Sums of before, after and of the difference, over people who rated a line both times; never of whom. */
export async function sumConfidence(wish: ReportWish): Promise<ConfidenceSums[]> {
  return database().all<ConfidenceSums>(sql`
    WITH ${joined(wish)}, pairs AS MATERIALIZED (
      SELECT here.programme, here.person, was.key AS competency, was.value AS was, is_now.value AS is_now
      FROM here
      JOIN progress b ON b.person = here.person AND b.item = 'confidence/before'
      JOIN progress a ON a.person = here.person AND a.item = 'confidence/after',
        json_each(b.state, '$.ratings') was, json_each(a.state, '$.ratings') is_now
      WHERE is_now.key = was.key
    ), means AS (
      SELECT programme, '' AS competency, avg(was) AS was, avg(is_now) AS is_now FROM pairs GROUP BY programme, person
      UNION ALL SELECT programme, competency, was, is_now FROM pairs
    )
    SELECT programme, competency, count(*) AS n, sum(is_now - was) AS sum, sum((is_now - was) * (is_now - was)) AS squares,
      avg(was) AS before, avg(is_now) AS after
    FROM means GROUP BY programme, competency ORDER BY programme, competency`)
}
