/** Mentors whose sign-off names an area: whoever takes it out of the programme sees them first. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { read, rows } from './client.ts'
import { byName } from './names.ts'
import { signedOff } from './register-rows.ts'

export interface AreaHolders {
  /** By name; the first of them. `isNoGo`: one of the areas is among what they leave out. */
  readonly rows: readonly { readonly id: string; readonly name: string; readonly isNoGo: boolean }[]
  readonly total: number
}

/** In the register today or not: who is paused comes back with the same areas. @param areas ids */
export async function listAreaHolders(
  programme: string,
  areas: readonly string[],
  moment: Moment,
  language: Language,
  limit: number,
): Promise<AreaHolders> {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(areas)}))`
  const found = await read(
    rows(
      sql`SELECT id, name, is_no_go AS isNoGo, count(*) OVER () AS total FROM (
        SELECT *, EXISTS (SELECT 1 FROM json_each(no_go_areas) WHERE value IN ${wanted}) AS is_no_go
        FROM (${signedOff(programme, moment)}) WHERE absence NOT IN ('archived', 'disabled'))
      WHERE is_no_go OR EXISTS (SELECT 1 FROM json_each(comfort_areas) WHERE value IN ${wanted})
      ORDER BY ${byName('folded', language)}, id LIMIT ${limit}`,
      { id: z.string(), name: z.string(), isNoGo: z.number(), total: z.number() },
    ),
  )
  return {
    rows: found.map(({ id, name, isNoGo }) => ({ id, name, isNoGo: isNoGo === 1 })),
    total: found[0]?.total ?? 0,
  }
}
