/** What the reports count of a period: one query each, whatever the number of people and pairings. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { PairingEnd } from '#domain/pairing/pairing.ts'
import { PAIRING_ENDS } from '#domain/pairing/pairing.ts'
import { STANDINGS, type Standing } from '#domain/readiness/standing.ts'
import type { ReportSpan } from '#domain/reports/spans.ts'
import type { Counted } from '#domain/reports/spread.ts'
import { rows, type Reading } from './client.ts'
import { countedIn, joined, type ReportWish } from './reports.ts'
import { standings } from './standings.ts'

export interface HappenedWish {
  readonly programme: string
  /** Cohort id of the mentors; '' for all. */
  readonly cohort: string
  readonly spans: readonly ReportSpan[]
}

const spansOf = ({ spans }: HappenedWish): SQL => sql`span AS MATERIALIZED (
  SELECT key AS n, value ->> 'from' AS since, value ->> 'before' AS before,
    value ->> 'firstDay' AS first_day, value ->> 'beforeDay' AS before_day
  FROM json_each(${JSON.stringify(spans)}))`
const ofCohort = (person: string, { programme, cohort }: HappenedWish): SQL =>
  cohort
    ? sql`AND EXISTS (SELECT 1 FROM roles t WHERE t.person = ${sql.raw(person)} AND t.role = 'trainee'
        AND t.programme = ${programme} AND t.cohort = ${cohort})`
    : sql``
/** Pairings of the programme, those of the cohort's mentors. */
const pairingsOf = (wish: HappenedWish): SQL => sql`here AS MATERIALIZED (
  SELECT p.id, p.request, p.mentor, p.at, e.ended_on, e.why FROM pairings p LEFT JOIN pairing_ends e ON e.pairing = p.id
  WHERE p.programme = ${wish.programme} ${ofCohort('p.mentor', wish)})`

/** Of a part of the period, by its number. */
export interface PairingSpan {
  readonly span: number
  /** Requests that came in; null where a cohort is asked about: a request has none. */
  readonly requests: number | null
  readonly begun: number
  readonly ended: number
  /** At the end of it, or now. */
  readonly open: number
}

export const pairingSpansQuery = (wish: HappenedWish): Reading<PairingSpan[]> =>
  rows(
    sql`
    WITH ${spansOf(wish)}, ${pairingsOf(wish)}
    SELECT span.n AS span, ${
      wish.cohort
        ? sql`NULL`
        : sql`(SELECT count(*) FROM mentor_requests q WHERE q.programme = ${wish.programme} AND q.at >= span.since AND q.at < span.before)`
    } AS requests,
      count(*) FILTER (WHERE here.at >= span.since) AS begun,
      count(*) FILTER (WHERE here.ended_on >= span.first_day AND here.ended_on < span.before_day) AS ended,
      count(here.id) FILTER (WHERE here.ended_on IS NULL OR here.ended_on >= span.before_day) AS open
    FROM span LEFT JOIN here ON here.at < span.before GROUP BY span.n ORDER BY span.n`,
    {
      span: z.number(),
      requests: z.number().nullable(),
      begun: z.number(),
      ended: z.number(),
      open: z.number(),
    },
  )

/** Days from a request to its first pairing, of those that began in the period. */
export const waitingDaysQuery = (wish: HappenedWish): Reading<Counted[]> =>
  rows(
    sql`
    WITH ${spansOf(wish)}, ${pairingsOf(wish)}
    SELECT max(0, (begun - asked) / 86400000) AS value, count(*) AS n FROM (
      SELECT min(here.at) AS begun, q.at AS asked FROM here JOIN mentor_requests q ON q.id = here.request GROUP BY q.id
    ) WHERE begun >= (SELECT min(since) FROM span) AND begun < (SELECT max(before) FROM span)
    GROUP BY 1 ORDER BY 1`,
    { value: z.number(), n: z.number() },
  )

export interface MeetingSpan {
  readonly span: number
  readonly meetings: number
  readonly minutes: number
  /** How many pairings met. */
  readonly pairings: number
  readonly mentors: number
}

export const meetingSpansQuery = (wish: HappenedWish): Reading<MeetingSpan[]> =>
  rows(
    sql`
    WITH ${spansOf(wish)}, ${pairingsOf(wish)}, met AS MATERIALIZED (
      SELECT m.met_on, m.minutes, here.id, here.mentor FROM here CROSS JOIN meetings m ON m.pairing = here.id AND m.taken_back_at IS NULL)
    SELECT span.n AS span, count(met.id) AS meetings, coalesce(sum(met.minutes), 0) AS minutes,
      count(DISTINCT met.id) AS pairings, count(DISTINCT met.mentor) AS mentors
    FROM span LEFT JOIN met ON met.met_on >= span.first_day AND met.met_on < span.before_day
    GROUP BY span.n ORDER BY span.n`,
    {
      span: z.number(),
      meetings: z.number(),
      minutes: z.number(),
      pairings: z.number(),
      mentors: z.number(),
    },
  )

export interface EndedPairings {
  readonly why: PairingEnd
  readonly n: number
}

export const endingsQuery = (wish: HappenedWish): Reading<EndedPairings[]> =>
  rows(
    sql`
    WITH ${spansOf(wish)}, ${pairingsOf(wish)}
    SELECT why, count(*) AS n FROM here
    WHERE ended_on >= (SELECT min(first_day) FROM span) AND ended_on < (SELECT max(before_day) FROM span)
    GROUP BY why ORDER BY n DESC, why`,
    { why: z.enum(PAIRING_ENDS), n: z.number() },
  )

export interface SupportSpan {
  readonly span: number
  readonly reviews: number
  /** How many mentors had one. */
  readonly reviewed: number
  /** Group sessions that began, and were not cancelled. */
  readonly sessions: number
  /** Different people who came to one. */
  readonly came: number
}

export const supportSpansQuery = (wish: HappenedWish): Reading<SupportSpan[]> => {
  const reviews = sql`FROM support_reviews v WHERE v.programme = ${wish.programme}
    AND v.held_at >= span.since AND v.held_at < span.before ${ofCohort('v.person', wish)}`
  const sessions = sql`FROM group_sessions g WHERE g.programme = ${wish.programme} AND g.cancelled_at IS NULL
    AND g.starts_at >= span.since AND g.starts_at < span.before`
  return rows(
    sql`
    WITH ${spansOf(wish)}
    SELECT span.n AS span, (SELECT count(*) ${reviews}) AS reviews, (SELECT count(DISTINCT v.person) ${reviews}) AS reviewed,
      (SELECT count(*) ${sessions}) AS sessions,
      (SELECT count(DISTINCT a.person) FROM attendances a WHERE a.group_session IN (SELECT g.id ${sessions})
        ${ofCohort('a.person', wish)}) AS came
    FROM span ORDER BY span.n`,
    {
      span: z.number(),
      reviews: z.number(),
      reviewed: z.number(),
      sessions: z.number(),
      came: z.number(),
    },
  )
}

/** `left`: they left the programme. */
export type State = Standing | 'left'
export interface InState {
  readonly state: State
  readonly n: number
}

/** Where those stand today who joined in the period. @param moment by the programme's clock */
export const statesQuery = (wish: ReportWish, moment: Moment): Reading<InState[]> =>
  rows(
    sql`
    WITH ${joined(wish)} SELECT CASE WHEN t.archived_at IS NOT NULL THEN 'left' ELSE s.standing END AS state, count(*) AS n
    FROM (${standings(countedIn(wish), moment)}) s
    JOIN roles t ON t.person = s.person AND t.programme = s.programme AND t.role = 'trainee'
    GROUP BY 1 ORDER BY 1`,
    { state: z.enum([...STANDINGS, 'left']), n: z.number() },
  )
