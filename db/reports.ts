/** What the reports count: one query each, whatever the number of people. Only people who joined in the period. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { FIRST_FORM } from '#domain/course/quiz.ts'
import { IDLE_AFTER } from '#domain/readiness/attention.ts'
import type { Period } from '#domain/reports/period.ts'
import type { Asked } from '#domain/reports/questions.ts'
import type { Counted } from '#domain/reports/spread.ts'
import type { Sums } from '#domain/reports/interval.ts'
import { meaning, rows, type Reading } from './client.ts'

export interface ReportWish {
  /** Each programme that is asked about, with the period by its own clocks. */
  readonly of: readonly (Period & { readonly programme: string })[]
  /** Cohort id; '' for all. */
  readonly cohort: string
  /** Of one programme so many people alone, after somebody by their ids (db/report-pieces.ts); left out: everybody. */
  readonly piece?: {
    readonly after: string
    readonly size: number
  }
}

/** Those who left are counted too; who moved to another programme is counted there. */
export const joined = (wish: ReportWish): SQL => sql`here AS MATERIALIZED (
  SELECT t.person, t.programme, t.created_at AS joined_at FROM roles t WHERE ${isCounted(wish)} ${upTo(wish)}
)`

/** About `t`, the row of `roles`; IS, as `roles_joined` says it. */
const isCounted = (
  wish: ReportWish,
): SQL => sql`t.role IS 'trainee' AND coalesce(t.archived_reason, '') <> 'moved'
    ${wish.cohort ? sql`AND t.cohort = ${wish.cohort}` : sql``} AND ${joinedInAny(wish)}`

/** Beside a condition that is always the same SQLite would read every role there is. */
const joinedInAny = ({ of }: ReportWish): SQL =>
  of.length > 0 ? sql`(${sql.join(of.map(joinedIn), sql` OR `)})` : sql`FALSE`
const joinedIn = ({ programme, from, before }: ReportWish['of'][number]): SQL =>
  sql`t.programme = ${programme} AND t.created_at >= ${from ?? 0} AND t.created_at < ${before ?? Number.MAX_SAFE_INTEGER}`
const upTo = ({ piece }: ReportWish): SQL =>
  piece ? sql`AND t.person > ${piece.after} ORDER BY t.person LIMIT ${piece.size}` : sql``

/** For `standings`: those who are counted. */
export const countedIn = (wish: ReportWish): SQL =>
  wish.piece
    ? sql`+t.programme IN (SELECT programme FROM here) AND t.person IN (SELECT person FROM here)`
    : isCounted(wish)
const hasReady = sql`EXISTS (SELECT 1 FROM sign_offs s WHERE s.person = here.person AND s.decision = 'ready')`

/** By programme: how many reached which stage (its number in STAGES) and none after it. */
export type Furthest = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Each by the course that they have: its steps stand beside what is done (`overviews`). */
export const furthestQuery = (wish: ReportWish): Reading<Furthest> =>
  meaning(
    rows(
      sql`
    WITH ${joined(wish)} SELECT programme, stage, count(*) AS n FROM (
      SELECT programme, CASE
        WHEN ${hasReady} THEN 5
        WHEN EXISTS (SELECT 1 FROM observations b WHERE b.person = here.person) THEN 4
        WHEN o.done >= o.steps THEN 3 WHEN o.done * 2 >= o.steps THEN 2 WHEN o.last_at > 0 THEN 1 ELSE 0
      END AS stage FROM here LEFT JOIN overviews o ON o.person = here.person
    ) GROUP BY programme, stage`,
      { programme: z.string(), stage: z.number(), n: z.number() },
    ),
    (found) =>
      byProgramme(found, (rows) => new Map(rows.map(({ stage, n }) => [stage, n] as const))),
  )

/** By programme: days from joining to the first sign-off as ready, and how many took them. */
export type DaysToReady = ReadonlyMap<string, readonly Counted[]>

export const daysToReadyQuery = (wish: ReportWish): Reading<DaysToReady> =>
  meaning(
    rows(
      sql`
    WITH ${joined(wish)} SELECT programme, max(0, (ready_at - joined_at) / 86400000) AS value, count(*) AS n FROM (
      SELECT programme, joined_at, (SELECT min(s.decided_at) FROM sign_offs s
        WHERE s.person = here.person AND s.decision = 'ready') AS ready_at FROM here
    ) WHERE ready_at IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
      { programme: z.string(), value: z.number(), n: z.number() },
    ),
    (found) => byProgramme(found, (rows) => rows.map(({ value, n }) => ({ value, n }))),
  )

const byProgramme = <R extends { readonly programme: string }, T>(
  found: readonly R[],
  means: (rows: readonly R[]) => T,
): ReadonlyMap<string, T> =>
  new Map(
    [...Map.groupBy(found, ({ programme }) => programme)].map(([slug, rows]) => [
      slug,
      means(rows),
    ]),
  )

/** Where some of those are who stopped before the end: the item of their last work, '' where they never began. */
export interface Stop {
  readonly item: string
  readonly people: number
}

export const stopsQuery = (wish: ReportWish, now: number): Reading<Stop[]> =>
  rows(
    sql`
    WITH ${joined(wish)} SELECT coalesce(o.last_item, '') AS item, count(*) AS people
    FROM here LEFT JOIN overviews o ON o.person = here.person
    WHERE coalesce(o.done < o.steps, 1) AND o.paused_at IS NULL AND NOT ${hasReady}
      AND coalesce(nullif(o.last_at, 0), here.joined_at) < ${now - IDLE_AFTER}
    GROUP BY 1 ORDER BY 2 DESC, 1`,
    { item: z.string(), people: z.number() },
  )

/** The very first answer that each person gave to each question, by the form in which it was asked. */
export const firstAnswersQuery = (wish: ReportWish): Reading<Asked[]> =>
  rows(
    sql`
    WITH ${joined(wish)} SELECT item, form, count(*) AS people, sum(is_right) AS right FROM (
      SELECT r.item, coalesce(json_extract(r.value, '$.form'), ${FIRST_FORM}) AS form,
        json_extract(r.value, '$.right') AS is_right, min(r.made_at)
      FROM here CROSS JOIN records r ON r.person = here.person AND r.kind = 'question-answered'
      GROUP BY r.person, r.item
    ) GROUP BY item, form ORDER BY item, form`,
    { item: z.string(), form: z.string(), people: z.number(), right: z.number() },
  )

const CHOSEN = {
  principle: z.string(),
  verdict: z.enum(['kept', 'missed', 'crossed']),
  replies: z.number(),
  people: z.number(),
}
export type ChosenRow = Readonly<z.infer<z.ZodObject<typeof CHOSEN>>>

/** Replies in practice talks by principle and verdict. */
export const choicesQuery = (wish: ReportWish): Reading<ChosenRow[]> =>
  rows(
    sql`
    WITH ${joined(wish)} SELECT v.key AS principle, v.value AS verdict, count(*) AS replies, count(DISTINCT r.person) AS people
    FROM here CROSS JOIN records r ON r.person = here.person AND r.kind = 'turn-taken', json_each(r.value, '$.verdicts') v
    GROUP BY 1, 2 ORDER BY 1, 2`,
    CHOSEN,
  )

export interface ConfidenceSums extends Sums {
  readonly programme: string
  /** '' for the person's mean over all lines that they rated twice. */
  readonly competency: string
  readonly before: number
  readonly after: number
}

/** Sums of before, after and of the difference, over people who rated a line both times; never of whom. */
export const confidenceQuery = (wish: ReportWish): Reading<ConfidenceSums[]> =>
  rows(
    sql`
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
    FROM means GROUP BY programme, competency ORDER BY programme, competency`,
    {
      programme: z.string(),
      competency: z.string(),
      n: z.number(),
      sum: z.number(),
      squares: z.number(),
      before: z.number(),
      after: z.number(),
    },
  )
