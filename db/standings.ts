/**
 * The one SQL source of standing. The rule is `standingAt` and `inForceAt` (src/domain/readiness/standing.ts);
 * tests/server/standings.test.ts and standing-lives.test.ts hold the two against each other over random histories.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Moment } from '#domain/calendar/days.ts'
import { z } from 'zod'
import { STANDINGS, type Standing } from '#domain/readiness/standing.ts'
import { holdSince } from './checks.ts'
import { read, rows } from './client.ts'
import { SECOND_SINCE } from './programme-rules.ts'
import { openStop } from './stops.ts'

const NEWEST = 'ORDER BY s.decided_at DESC, s.id DESC LIMIT 1'
const theirs = (alias: string): string =>
  `${alias}.person = t.person AND ${alias}.programme = t.programme`

/** Fragments of SQL about a sign-off under `alias`. */
const saysReady = (alias: string, { now, today }: Moment): SQL => {
  const a = sql.raw(alias)
  return sql`${a}.decision = 'ready' AND (${a}.expires_on IS NULL OR ${a}.expires_on > ${today})
    AND NOT EXISTS (SELECT 1 FROM withdrawals x WHERE x.sign_off = ${a}.id AND x.withdrawn_at <= ${now})`
}
const hasSecond = (alias: string, now: number): SQL =>
  sql`EXISTS (SELECT 1 FROM second_signatures x WHERE x.sign_off = ${sql.raw(alias)}.id AND x.signed_at <= ${now})`
const hasCommitment = (alias: string, now: number): SQL =>
  sql`EXISTS (SELECT 1 FROM commitments x WHERE x.sign_off = ${sql.raw(alias)}.id AND x.signed_at <= ${now})`

/**
 * For a FROM clause beside a row `r` with `person`, `programme`, `in_force`: the decision in force and those after it.
 * All of these say "ready" and wait for a signature: what they narrow counts at once, what they widen does not.
 * @param more joins
 */
export const sinceInForce = (alias: string, now: number, more: SQL = sql``): SQL => {
  const a = sql.raw(alias)
  return sql`sign_offs ${a} JOIN sign_offs held ON held.id = r.in_force ${more} WHERE ${a}.person = r.person
    AND ${a}.programme = r.programme AND ${a}.decided_at <= ${now} AND (${a}.decided_at, ${a}.id) >= (held.decided_at, held.id)`
}

/**
 * Trainees of programmes, a row each: `person`, `programme`, `newest` and `in_force` (ids of sign-offs, or NULL),
 * `second_since`, `needs_second` (1 where the newest decision is a "ready" that lacks the second signature the
 * programme asks for, today or from a day to come), `decided` (the standing without pauses, stops and wishes), `wished` (the
 * one without pauses), `paused` (0 or 1), `stopped_at` (while a stop lasts), `on_hold_at` (while a required check does not count) and `standing`.
 * @param where about `t`, the row of `roles`
 * @param moment by the clock of the programme that `where` chooses
 */
export function standings(where: SQL, moment: Moment): SQL {
  const { now, today } = moment
  const second = sql.raw(SECOND_SINCE('t.programme'))
  const held = holdSince('r', moment)
  // Each step is kept: SQLite would work out the subqueries of one again wherever the next names a column of it.
  return sql`WITH r AS MATERIALIZED (
    SELECT t.person, t.programme, ${second} AS second_since,
      (SELECT s.id FROM sign_offs s WHERE ${sql.raw(theirs('s'))} AND s.decided_at <= ${now} ${sql.raw(NEWEST)}) AS newest,
      -- The newest complete "ready" over which nothing newer says otherwise than "ready, once signed".
      (SELECT s.id FROM sign_offs s WHERE ${sql.raw(theirs('s'))} AND s.decided_at <= ${now}
        AND ${saysReady('s', moment)} AND ${hasCommitment('s', now)}
        AND (${second} IS NULL OR ${second} > ${now} OR ${hasSecond('s', now)})
        AND NOT EXISTS (SELECT 1 FROM sign_offs y WHERE ${sql.raw(theirs('y'))} AND y.decided_at <= ${now}
          AND (y.decided_at, y.id) > (s.decided_at, s.id) AND NOT (${saysReady('y', moment)}))
        ${sql.raw(NEWEST)}) AS in_force
    FROM roles t WHERE t.role = 'trainee' AND ${where}
  ), a AS MATERIALIZED (
    SELECT r.person, r.programme, r.newest, r.in_force, r.second_since, o.asked_at, o.paused_at, o.lapsed,
      ${openStop('r', 'stopped_at', now)} AS stopped_at,
      CASE WHEN r.in_force IS NOT NULL THEN ${held} END AS on_hold_at,
      n.decided_at, w.withdrawn_at,
      coalesce(n.decision = 'ready' AND (n.expires_on IS NULL OR n.expires_on > ${today}) AND w.sign_off IS NULL
        AND r.second_since IS NOT NULL AND NOT ${hasSecond('n', now)}, 0) AS needs_second,
      CASE
        WHEN n.id IS NULL THEN 'in-training'
        WHEN w.sign_off IS NOT NULL THEN 'withdrawn'
        WHEN n.decision <> 'ready' THEN n.decision
        WHEN n.expires_on <= ${today} THEN 'expired'
        WHEN r.in_force IS NULL AND r.second_since <= ${now} AND NOT ${hasSecond('n', now)}
          THEN 'waiting-for-second-signature'
        WHEN r.in_force IS NULL THEN 'waiting-for-commitment'
        WHEN coalesce(o.lapsed, 0) THEN 'lapsed'
        WHEN ${held} IS NOT NULL THEN 'on-hold'
        WHEN EXISTS (SELECT 1 FROM ${sinceInForce('c', now)} AND trim(c.conditions) <> '') THEN 'ready-with-conditions'
        ELSE 'ready'
      END AS decided
    FROM r
    LEFT JOIN sign_offs n ON n.id = r.newest
    LEFT JOIN withdrawals w ON w.sign_off = n.id AND w.withdrawn_at <= ${now}
    LEFT JOIN overviews o ON o.person = r.person
  ), b AS (
    SELECT a.*, coalesce(a.paused_at <= ${now}, 0) AS paused, CASE
      WHEN a.decided = 'in-training' AND a.asked_at <= ${now} THEN 'waiting-for-sign-off'
      WHEN a.decided IN ('withdrawn', 'more-practice', 'not-this-role', 'expired') AND a.asked_at <= ${now}
        AND a.asked_at > max(a.decided_at, coalesce(a.withdrawn_at, 0)) THEN 'waiting-for-sign-off'
      ELSE a.decided
    END AS wished FROM a
  )
  SELECT b.*, CASE
    WHEN b.wished IN ('withdrawn', 'not-this-role') THEN b.wished
    WHEN b.stopped_at IS NOT NULL THEN 'stopped'
    WHEN b.paused THEN 'paused'
    ELSE b.wished
  END AS standing FROM b`
}

/** Null for somebody who is no trainee there. @param moment by the programme's clock */
export async function findStanding(
  person: string,
  programme: string,
  moment: Moment,
): Promise<Standing | null> {
  const [row] = await read(
    rows(standings(sql`t.person = ${person} AND t.programme = ${programme}`, moment), {
      standing: z.enum(STANDINGS),
    }),
  )
  return row?.standing ?? null
}
