/** Who is not in the register any more, or stays away. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import { ABSENCES, type Absence } from '#domain/register/register.ts'
import { json, meaning, type Reading } from './client.ts'
import { count, paged } from './engine/paged.ts'
import { REGISTER_PAGE, signedOff } from './register-rows.ts'

export interface Absent {
  readonly id: string
  readonly name: string
  readonly absence: Absence
  /** When it began: milliseconds since 1970, a day `YYYY-MM-DD`, or null where nobody wrote it down. */
  readonly since: number | string | null
  /** What was said about it: the reason of a withdrawal, a decision, an archiving. */
  readonly reason: string
}

export interface AbsentPage {
  readonly rows: readonly Absent[]
  readonly total: number
  /** How many are ready today. */
  readonly here: number
  readonly counts: Readonly<Record<Absence, number>>
}

/** Who left or stays away, latest first. @param absence only these; null for all @param page from 1 */
export function absentQuery(
  programme: string,
  absence: Absence | null,
  moment: Moment,
  page: number,
): Reading<AbsentPage> {
  const since = sql`CASE absence WHEN 'disabled' THEN disabled_at WHEN 'archived' THEN archived_at WHEN 'withdrawn' THEN withdrawn_at
    WHEN 'decided' THEN decided_at WHEN 'second-signature' THEN max(decided_at, second_since) WHEN 'commitment' THEN decided_at
    WHEN 'expired' THEN unixepoch(expires_on) * 1000 WHEN 'paused' THEN paused_at WHEN 'stopped' THEN stopped_at WHEN 'on-hold' THEN on_hold_at
    WHEN 'lapsed' THEN (SELECT max(l.lapsed_at) FROM lapses l WHERE l.person = known.id AND l.refreshed_at IS NULL) END`
  const reason = sql`CASE absence WHEN 'archived' THEN coalesce(archived_reason, '') WHEN 'withdrawn' THEN withdrawn_reason
    WHEN 'decided' THEN reason ELSE '' END`
  const sums = sql.join(
    ABSENCES.map((one) => sql.raw(`sum(absence = '${one}')`)),
    sql`, `,
  )
  const statement = sql`
    WITH known AS MATERIALIZED (${signedOff(programme, moment)})
    SELECT page.*, totals.* FROM (SELECT sum(absence = '') AS here, json_array(${sums}) AS counts FROM known) totals LEFT JOIN (
      SELECT id, name, absence, CASE absence WHEN 'expired' THEN expires_on ELSE ${since} END AS since, ${reason} AS reason,
        row_number() OVER (ORDER BY ${since} DESC, name, id) AS spot FROM known
      WHERE absence <> '' ${absence ? sql`AND absence = ${absence}` : sql``}
      ORDER BY spot LIMIT ${REGISTER_PAGE} OFFSET ${(page - 1) * REGISTER_PAGE}
    ) page ON true ORDER BY page.spot`
  const totals = { here: count, counts: json(z.array(count)) }
  return meaning(paged(statement, ABSENT, totals), ({ rows: found, totals: { here, counts } }) => {
    const all = counts.reduce((sum, n) => sum + n, 0)
    const of = (one: Absence): number => counts[ABSENCES.indexOf(one)] ?? 0
    return {
      rows: found,
      total: absence ? of(absence) : all,
      here,
      counts: Object.fromEntries(ABSENCES.map((one) => [one, of(one)])) as Record<Absence, number>,
    }
  })
}

const ABSENT = {
  id: z.string(),
  name: z.string(),
  absence: z.enum(ABSENCES),
  since: z.union([z.number(), z.string()]).nullable(),
  reason: z.string(),
}
