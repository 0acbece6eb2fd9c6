/** Everybody who was ever signed off, with what the register says of them: the one SQL source of its lists. */
import { sql, type SQL } from 'drizzle-orm'
import type { Moment } from '#domain/calendar/days.ts'
import { standingHarms } from './harms.ts'
import { sinceInForce, standings } from './standings.ts'

export const REGISTER_PAGE = 50

/**
 * Everybody of the programme who was ever signed off, with `absence`: '' for who is ready today. The sign-off is the
 * one in force, else the newest. The rule is that of `absenceAt` (src/domain/register/register.ts).
 * Who narrows what they offer is heeded at once: conditions, no-go areas and how many people count from a newer
 * decision too while it waits for a signature.
 */
export const signedOff = (programme: string, moment: Moment, only: SQL = sql``): SQL =>
  signedOffWhere(programme, sql`t.programme = ${programme} ${only}`, moment)

/** The same of a few, found by who they are. @param among SQL of ids, in brackets */
export const signedOffAmong = (programme: string, moment: Moment, among: SQL): SQL =>
  signedOffWhere(programme, sql`+t.programme = ${programme} AND t.person IN ${among}`, moment)

function signedOffWhere(programme: string, where: SQL, moment: Moment): SQL {
  const since = (alias: string): SQL => sinceInForce(alias, moment.now)
  const narrowed = (column: 'conditions' | 'no_go_areas', otherwise: SQL): SQL =>
    sql`CASE WHEN r.in_force IS NULL OR r.in_force = r.newest THEN trim(s.${sql.raw(column)}) ELSE ${otherwise} END AS ${sql.raw(column)}`
  return sql`SELECT
    p.id, p.name, p.folded, r.programme, t.archived_at, t.archived_reason, p.disabled_at,
    s.id AS sign_off, s.decision, s.decided_at, s.comfort_areas, s.area_grounds, s.languages, s.contact_ways, s.place, s.needs,
    EXISTS (SELECT 1 FROM ${standingHarms(programme)} AND o.person = p.id) AS harm,
    coalesce(s.folded_place, lower(s.place)) AS folded_place, s.expires_on, s.reason,
    w.withdrawn_at, w.reason AS withdrawn_reason, r.paused_at, r.stopped_at, r.on_hold_at, r.second_since,
    ${narrowed('conditions', sql`(SELECT coalesce(group_concat(said, char(10)), '') FROM (SELECT trim(c.conditions) AS said FROM ${since('c')} AND trim(c.conditions) <> '' GROUP BY 1 ORDER BY min(printf('%020d %s', c.decided_at, c.id))))`)},
    ${narrowed('no_go_areas', sql`(SELECT json_group_array(DISTINCT a.value) FROM ${sinceInForce('c', moment.now, sql`JOIN json_each(c.no_go_areas) a`)})`)},
    min(coalesce((SELECT v.capacity FROM support_reviews v WHERE v.person = p.id AND v.programme = r.programme AND ${isLater('v', 's')}
      ORDER BY v.held_at DESC, v.id DESC LIMIT 1), s.capacity),
      coalesce((SELECT min(c.capacity) FROM ${since('c')} AND c.id <> held.id), 1000)) AS capacity,
    CASE
      WHEN p.disabled_at IS NOT NULL THEN 'disabled'
      WHEN t.archived_at IS NOT NULL THEN 'archived'
      WHEN r.decided IN ('withdrawn', 'expired') THEN r.decided
      WHEN r.decided IN ('more-practice', 'not-this-role') THEN 'decided'
      WHEN r.decided = 'waiting-for-second-signature' THEN 'second-signature'
      WHEN r.decided = 'waiting-for-commitment' THEN 'commitment'
      WHEN r.stopped_at IS NOT NULL THEN 'stopped'
      WHEN r.paused THEN 'paused'
      WHEN r.decided IN ('lapsed', 'on-hold') THEN r.decided
      ELSE ''
    END AS absence
  FROM (${standings(where, moment)}) r
  JOIN roles t ON t.person = r.person AND t.programme = r.programme AND t.role = 'trainee'
  JOIN people p ON p.id = r.person
  JOIN sign_offs s ON s.id = coalesce(r.in_force, r.newest)
  LEFT JOIN withdrawals w ON w.sign_off = s.id
  WHERE s.decision = 'ready' OR EXISTS (SELECT 1 FROM sign_offs e WHERE e.person = r.person AND e.programme = r.programme
    AND e.decision = 'ready' AND e.decided_at <= ${moment.now})`
}

/**
 * That a review was held after a sign-off: of the same day whichever was written later, as a review is kept at noon.
 * Ids begin with the time at which they were made (UUIDv7).
 */
const isLater = (review: string, signOff: string): SQL => {
  const [v, s] = [sql.raw(review), sql.raw(signOff)]
  return sql`(${v}.held_at >= ${s}.decided_at OR (${v}.held_at > ${s}.decided_at - 86400000
    AND ${v}.id > printf('%08x-%04x', ${s}.decided_at >> 16, ${s}.decided_at & 65535)))`
}
