/** Everybody who can stand on the coordinator's home, with what their rows say. */
import { sql, type SQL } from 'drizzle-orm'
import type { Moment } from '#domain/calendar/days.ts'
import { LOW_WELLBEING, type PersonReason } from '#domain/readiness/attention.ts'
import { dueSince } from './checks.ts'
import { GONE_ASKED, PAUSE_ENDS, waitsAgain } from './follow-ups.ts'
import { standingHarms } from './harms.ts'
import { acceptedIn, pairedIn } from './pairing-needs.ts'
import { conditions, nameOf } from './home-reasons.ts'
import { IS_DUE, IS_OPEN } from './incidents.ts'
import { standings } from './standings.ts'
import { UNREACHED_SINCE } from './unreached.ts'

/**
 * What only coordinators see, one row a person of the programme. Each is computed for the few whom it concerns, so that it costs
 * the same for 100,000 trainees. Nobody reads a concern about themselves.
 */
const worries = (programme: string, viewer: string, today: string, among: Among): SQL => sql`
  harms AS MATERIALIZED (
    SELECT o.person, min(o.observed_at) AS at FROM ${standingHarms(programme)} AND o.person <> ${viewer}
      AND ${waitsAgain('o.id', today)} ${among('o.person')}
    GROUP BY o.person
  ),  concerns AS MATERIALIZED (
    SELECT n.person, n.programme, min(n.written_at) AS at FROM notes n
    WHERE n.kind = 'concern' AND n.programme = ${programme} AND n.person <> ${viewer} AND ${waitsAgain('n.id', today)} ${among('n.person')}
    GROUP BY n.person, n.programme
  ), lows AS MATERIALIZED (
    SELECT v.person, v.programme, v.held_at AS at FROM support_reviews v
    WHERE v.wellbeing <= ${LOW_WELLBEING} AND v.programme = ${programme} AND v.person <> ${viewer} AND ${waitsAgain('v.id', today)} ${among('v.person')}
      AND NOT EXISTS (SELECT 1 FROM support_reviews l WHERE l.person = v.person AND l.programme = v.programme
        AND (l.held_at, l.id) > (v.held_at, v.id))
  ), happened AS MATERIALIZED (
    SELECT i.person, i.programme, min(CASE WHEN ${IS_DUE(today)} THEN i.written_at END) AS due_at,
      min(CASE WHEN NOT ${IS_DUE(today)} THEN i.written_at END) AS open_at FROM incidents i
    WHERE i.programme = ${programme} AND i.person <> ${viewer} AND ${sql.raw(IS_OPEN)} ${among('i.person')}
    GROUP BY i.person, i.programme
  ), actions AS MATERIALIZED (
    SELECT v.person, v.programme, min(a.due_on) AS due FROM review_actions a JOIN support_reviews v ON v.id = a.review
    WHERE a.done_at IS NULL AND a.due_on < ${today} AND v.programme = ${programme} ${among('v.person')}
    GROUP BY v.person, v.programme
  ), pauses AS MATERIALIZED (
    SELECT o.person, ${PAUSE_ENDS} AS until, m.value ->> 'until' IS NULL AS open FROM overviews o
    JOIN records m ON m.person = o.person AND m.made_at = o.paused_at AND m.kind = 'paused'
    WHERE o.paused_at IS NOT NULL AND ${PAUSE_ENDS} < ${today} AND ${waitsAgain('m.id', today)} ${among('o.person')}
    GROUP BY o.person
  ), paired AS MATERIALIZED (${pairedIn(programme, among)}
  ), accepted AS MATERIALIZED (${acceptedIn(programme, among)}
  ), bereaved AS MATERIALIZED (
    SELECT y.mentor AS person, min(e.at) AS at FROM pairing_ends e JOIN pairings y ON y.id = e.pairing
    WHERE e.why = 'died' AND y.programme = ${programme} AND y.mentor <> ${viewer} AND ${waitsAgain('y.id', today)} ${among('y.mentor')}
    GROUP BY y.mentor
  ), data_asked AS MATERIALIZED (
    SELECT q.person, min(q.at) AS at FROM data_requests q
    WHERE +q.programme = ${programme} AND q.person <> ${viewer} AND NOT EXISTS (SELECT 1 FROM data_answers a WHERE a.request = q.id) ${among('q.person')}
    GROUP BY q.person
  ), gone_asked AS MATERIALIZED (
    SELECT t.person, min(m.made_at) AS at FROM overviews o CROSS JOIN ${GONE_ASKED} AND t.person = o.person
    WHERE o.help_at IS NOT NULL AND t.programme = ${programme} AND ${waitsAgain('m.id', today)} ${among('t.person')}
    GROUP BY t.person
  )`

/** ` AND …` about a column with a person id. */
type Among = (column: string) => SQL

/** Of whom, and who looks. */
export interface Whom {
  readonly programme: string
  /** Person id of who looks: whoever decided cannot give the second signature, and nobody reads a concern about themselves. */
  readonly viewer: string
  /** False for somebody who only observes: concerns and reviews are the coordinators'. */
  readonly mayDecide: boolean
  /** For `IN`: these people alone; left out for everybody. */
  readonly among?: SQL
}

/** Trainees of the programme with what their rows say, and with each reason as a column of 0 or 1. */
export function marked({ programme, viewer, mayDecide, among }: Whom, moment: Moment): SQL {
  const only: Among = (column) => (among ? sql`AND ${sql.raw(column)} IN ${among}` : sql``)
  const reasons = Object.entries(conditions(moment, viewer)).map(
    ([reason, condition]) =>
      sql`coalesce((${condition}), 0) AS ${sql.raw(nameOf(reason as PersonReason))}`,
  )
  // For somebody who may not see them there are none.
  const worriesOf = worries(mayDecide ? programme : '', viewer, moment.today, only)
  return sql`WITH ${worriesOf}, standing_now AS MATERIALIZED (${standings(sql`${among ? sql`+` : sql``}t.programme = ${programme} ${only('t.person')}`, moment)}), trainee AS MATERIALIZED (
      SELECT p.id, p.name, p.folded, t.programme, t.created_at AS joined_at, t.cohort, t.archived_at, p.disabled_at,
        (t.archived_at IS NULL AND p.disabled_at IS NULL) AS here,
        harms.at AS harm_at, concerns.at AS concern_at, lows.at AS low_at, happened.due_at AS incident_at, happened.open_at AS incident_open_at, actions.due AS action_due, ${mayDecide ? sql`pauses.until` : sql`NULL`} AS pause_until, pauses.open AS pause_open,
        coalesce(o.done, 0) AS done, coalesce(o.steps, 0) AS steps, coalesce(o.last_item, '') AS last_item, o.last_at, o.asked_at,
        CASE WHEN t.archived_at IS NULL AND p.disabled_at IS NULL THEN o.help_at ELSE gone_asked.at END AS help_at, o.reflection_at, coalesce(o.stuck_on, '') AS stuck_on, o.paused_at,
        paired.at AS paired_at, paired.check_in_at, accepted.at AS accepted_at, bereaved.at AS bereaved_at, data_asked.at AS data_at,
        ${mayDecide ? sql.raw(UNREACHED_SINCE) : sql`NULL`} AS unreached_at,
        n.decided_by, n.decided_at, h.decided, h.wished, h.paused, ${mayDecide ? sql`h.stopped_at` : sql`NULL`} AS stopped_at,
        ${mayDecide ? sql`h.on_hold_at` : sql`NULL`} AS on_hold_at, ${mayDecide ? dueSince('h', moment) : sql`NULL`} AS check_at, h.standing, h.in_force, h.needs_second,
        u.decided_at AS held_since, u.expires_on
      FROM standing_now h
      JOIN roles t ON t.person = h.person AND t.programme = h.programme AND t.role = 'trainee'
      JOIN people p ON p.id = h.person
      LEFT JOIN harms ON harms.person = p.id
      LEFT JOIN concerns ON concerns.person = p.id
      LEFT JOIN lows ON lows.person = p.id
      LEFT JOIN happened ON happened.person = p.id
      LEFT JOIN actions ON actions.person = p.id
      LEFT JOIN pauses ON pauses.person = p.id
      LEFT JOIN paired ON paired.person = p.id
      LEFT JOIN accepted ON accepted.person = p.id
      LEFT JOIN bereaved ON bereaved.person = p.id
      LEFT JOIN data_asked ON data_asked.person = p.id
      LEFT JOIN gone_asked ON gone_asked.person = p.id
      LEFT JOIN overviews o ON o.person = p.id
      LEFT JOIN sign_offs n ON n.id = h.newest
      -- As mentorsUnder (src/domain/readiness/standing.ts) says it.
      LEFT JOIN sign_offs u ON u.id = coalesce(h.in_force, h.newest)
      WHERE ((t.archived_at IS NULL AND p.disabled_at IS NULL) OR harms.at IS NOT NULL OR concerns.at IS NOT NULL OR lows.at IS NOT NULL OR happened.person IS NOT NULL
        OR gone_asked.at IS NOT NULL OR paired.at IS NOT NULL OR bereaved.at IS NOT NULL OR data_asked.at IS NOT NULL)
    ), marked AS MATERIALIZED (
      SELECT *, (here AND standing IN ('ready', 'ready-with-conditions')) AS ready, ${sql.join(reasons, sql`, `)} FROM trainee
    )`
}
