/** Who is not in the register any more, or stays away. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import { ABSENCES, type Absence } from '#domain/register/register.ts'
import { json, meaning, type Reading } from './client.ts'
import { paged } from './engine/paged.ts'
import { ABSENT_SINCE } from './register-kept.ts'
import { REGISTER_PAGE, signedOffAmong } from './register-rows.ts'

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

/**
 * Who left or stays away, latest first. Who they are is read of what is kept (register-kept.ts), and what is said of them is
 * worked out of all rows. @param absence only these; null for all @param page from 1
 */
export function absentQuery(
  programme: string,
  absence: Absence | null,
  moment: Moment,
  page: number,
): Reading<AbsentPage> {
  const reason = sql`CASE absence WHEN 'archived' THEN coalesce(archived_reason, '') WHEN 'withdrawn' THEN withdrawn_reason
    WHEN 'decided' THEN reason ELSE '' END`
  const those = absence ? sql`d.absence = ${absence}` : sql`d.absence <> ''`
  const statement = sql`
    WITH counted AS MATERIALIZED (SELECT absence, count(*) AS n FROM register_people WHERE programme = ${programme} GROUP BY absence),
      listed AS MATERIALIZED (SELECT d.person, d.since_at, d.name_en FROM register_people d WHERE d.programme = ${programme} AND ${those}
        ORDER BY d.since_at DESC, d.name_en, d.person LIMIT ${REGISTER_PAGE} OFFSET ${(page - 1) * REGISTER_PAGE})
    SELECT page.*, totals.* FROM (SELECT (SELECT json_group_object(absence, n) FROM counted) AS counts) totals LEFT JOIN (
      SELECT known.id, name, absence, CASE absence WHEN 'expired' THEN expires_on ELSE ${ABSENT_SINCE('known')} END AS since, ${reason} AS reason,
        row_number() OVER (ORDER BY l.since_at DESC, l.name_en, l.person) AS spot
      FROM (${signedOffAmong(programme, moment, sql`(SELECT person FROM listed)`)}) known JOIN listed l ON l.person = known.id
      WHERE absence <> ''
    ) page ON true ORDER BY page.spot`
  const totals = { counts: json(z.record(z.string(), z.number())) }
  return meaning(paged(statement, ABSENT, totals), ({ rows: found, totals: { counts } }) => {
    const of = (one: Absence | ''): number => counts[one] ?? 0
    return {
      rows: found,
      total: absence ? of(absence) : ABSENCES.reduce((sum, one) => sum + of(one), 0),
      here: of(''),
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
