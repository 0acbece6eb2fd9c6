/**
 * What the register's lists find, kept with the desk (desk-people.ts): who was ever signed off, why they are away, and what they
 * offer. The rule is that of register-rows.ts, and what a page says of the people on it is worked out by it at the look.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Moment } from '#domain/calendar/days.ts'
import { MARK } from '#domain/people/names.ts'
import { placesTaken } from './pairing-rows.ts'
import { signedOffAmong } from './register-rows.ts'

/** Statements that work these people out anew. @param among SQL of ids, in brackets */
export function registering(programme: string, among: SQL, moment: Moment): SQL[] {
  const theirs = sql`programme = ${programme} AND person IN ${among}`
  const known = signedOffAmong(programme, moment, among)
  const areas = sql`SELECT c.value FROM json_each(k.comfort_areas) c
    WHERE NOT EXISTS (SELECT 1 FROM json_each(k.no_go_areas) n WHERE n.value = c.value)`
  const each = (column: string): SQL =>
    sql.raw(`(SELECT json_group_array(value) FROM json_each(k.${column}))`)
  // Whoever was erased has none, and a new name is folded at the next start at the latest.
  const name = sql.raw("coalesce(k.folded, '')")
  const free = sql.raw(`k.capacity - ${placesTaken('k.id', 'k.programme', moment.today)}`)
  const offered = (kind: string, values: SQL): SQL =>
    sql`SELECT k.programme, k.id, ${kind}, value, free FROM here k JOIN ${values} WHERE true`
  return [
    sql`DELETE FROM register_people WHERE ${theirs}`,
    sql`DELETE FROM register_offers WHERE ${theirs}`,
    sql`INSERT INTO register_people (programme, person, absence, since_at, name_en, name_es, areas, languages, ways, place, capacity)
      SELECT k.programme, k.id, k.absence, CASE WHEN k.absence = '' THEN 0 ELSE coalesce(CAST(${ABSENT_SINCE('k')} AS INTEGER), 0) END,
        replace(${name}, ${MARK}, ''), ${name}, (SELECT json_group_array(value) FROM (${areas})), ${each('languages')}, ${each('contact_ways')},
        k.folded_place, k.capacity FROM (${known}) k`,
    sql`INSERT OR IGNORE INTO register_offers (programme, person, kind, value, free)
      WITH here AS MATERIALIZED (SELECT k.*, ${free} AS free FROM (${known}) k WHERE k.absence = '')
      ${offered('area', sql`json_each(k.comfort_areas) c`)}
        AND NOT EXISTS (SELECT 1 FROM json_each(k.no_go_areas) n WHERE n.value = c.value)
      UNION ALL ${offered('language', sql`json_each(k.languages)`)}
      UNION ALL ${offered('contact', sql`json_each(k.contact_ways)`)}`,
  ]
}

/** SQL: when the absence of a row of `signedOff` began, in milliseconds since 1970, or NULL. */
export const ABSENT_SINCE = (k: string): SQL =>
  sql.raw(`CASE ${k}.absence WHEN 'disabled' THEN ${k}.disabled_at WHEN 'archived' THEN ${k}.archived_at
    WHEN 'withdrawn' THEN ${k}.withdrawn_at WHEN 'decided' THEN ${k}.decided_at WHEN 'second-signature' THEN max(${k}.decided_at, ${k}.second_since)
    WHEN 'commitment' THEN ${k}.decided_at WHEN 'expired' THEN unixepoch(${k}.expires_on) * 1000 WHEN 'paused' THEN ${k}.paused_at
    WHEN 'stopped' THEN ${k}.stopped_at WHEN 'on-hold' THEN ${k}.on_hold_at
    WHEN 'lapsed' THEN (SELECT max(l.lapsed_at) FROM lapses l WHERE l.person = ${k}.id AND l.refreshed_at IS NULL) END`)
