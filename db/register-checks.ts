/** Who of the register lacks a check: whom it concerns when a check is required, or no longer is. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import type { CheckEntry } from '#domain/readiness/checks.ts'
import { read, rows } from './client.ts'
import { byName } from './names.ts'
import { signedOff } from './register-rows.ts'

/**
 * By name; the first of them, and how many there are.
 * @param absence '' for who stands in the register, `on-hold` for who is off it for a check
 */
export async function listLacking(
  programme: string,
  { check, line }: Pick<CheckEntry, 'check' | 'line'>,
  absence: '' | 'on-hold',
  moment: Moment,
  language: Language,
  limit: number,
): Promise<{ rows: { id: string; name: string }[]; total: number }> {
  const found = await read(
    rows(
      sql`SELECT id, name, count(*) OVER () AS total FROM (${signedOff(programme, moment)}) here
      WHERE absence = ${absence} AND NOT coalesce((
        SELECT e.act <> 'ended' AND (e.counts_until IS NULL OR e.counts_until > ${moment.today}) FROM check_entries e
        WHERE e.person = here.id AND e.programme = ${programme} AND e.check_slug = ${check} AND e.line = ${line}
          AND e.at <= ${moment.now} AND e.act IN ('accepted', 'waived', 'ended') ORDER BY e.at DESC, e.id DESC LIMIT 1), 0)
      ORDER BY ${byName('folded', language)}, id LIMIT ${limit}`,
      { id: z.string(), name: z.string(), total: z.number() },
    ),
  )
  return { rows: found.map(({ id, name }) => ({ id, name })), total: found[0]?.total ?? 0 }
}
