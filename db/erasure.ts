/** A person becomes a nameless tombstone, in one batch; what happens to each table stands in erasure-table.ts. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { guard, meaning, read, rows, type Query, type Reading } from './client.ts'
import { CLOSED_INCIDENTS, ERASURE, OPEN_CONCERNS } from './erasure-table.ts'

/** A row of the preview: how many rows of a table go. */
export interface Count {
  readonly table: string
  readonly rows: number
}

/** Everything of them, or nothing; done again it changes nothing but what was kept for a matter that is closed now. */
export const eraseQueries = (person: string, now: number): Query[] => [
  // Rows go in an order of their own; that nothing points to what is not there is looked at when all is written.
  'PRAGMA defer_foreign_keys = ON',
  {
    sql: 'UPDATE people SET disabled_at = coalesce(disabled_at, ?) WHERE id = ?',
    args: [now, person],
  },
  ...ERASURE.flatMap(({ does }) => does.map((one) => ({ sql: one, args: [person] }))),
]

/** It fails while they support somebody: whoever asked must first be told, and have another mentor. */
export const guardNoOpenPairing = (person: string): Query =>
  guard(
    'NOT EXISTS (SELECT 1 FROM pairings p WHERE p.mentor = ? AND p.id NOT IN (SELECT pairing FROM pairing_ends))',
    [person],
  )

/** How many rows would go now, without changing one: in one statement. */
export async function countErased(person: string): Promise<Count[]> {
  const parts = ERASURE.flatMap(({ table, does }) =>
    does
      .filter((one) => one.startsWith('DELETE FROM'))
      .map((one) => {
        const counted = one.replace('DELETE FROM', 'SELECT count(*) FROM')
        return sql`SELECT ${table} AS "table", (${withPerson(counted, person)}) AS rows`
      }),
  )
  const found = await read(
    rows(
      sql`SELECT "table", sum(rows) AS rows FROM (${sql.join(parts, sql` UNION ALL `)}) GROUP BY 1`,
      {
        table: z.string(),
        rows: z.number(),
      },
    ),
  )
  return ERASURE.flatMap(({ table }) => found.filter((one) => one.table === table && one.rows > 0))
}

const withPerson = (statement: string, person: string): SQL =>
  sql.join(
    statement
      .split('?1')
      .flatMap((part, at) => (at ? [sql`${person}`, sql.raw(part)] : [sql.raw(part)])),
  )

export interface HeldMatter {
  readonly kind: 'incident' | 'concern'
  /** When it was written. */
  readonly at: number
}

/** Matters of safety about somebody that are open: they stay when somebody is erased. */
export const heldMattersQuery = (person: string): Reading<HeldMatter[]> =>
  rows(
    sql`SELECT 'incident' AS kind, written_at AS at FROM incidents WHERE person = ${person} AND id NOT IN (${sql.raw(CLOSED_INCIDENTS)})
      UNION ALL SELECT 'concern', written_at FROM notes WHERE id IN (${withPerson(OPEN_CONCERNS, person)}) ORDER BY 2`,
    { kind: z.enum(['incident', 'concern']), at: z.number() },
  )

/** How often somebody decided or signed about others. */
export const decidedByQuery = (person: string): Reading<number> =>
  meaning(
    rows(
      sql`SELECT (SELECT count(*) FROM sign_offs WHERE decided_by = ${person}) + (SELECT count(*) FROM second_signatures WHERE signed_by = ${person}) AS n`,
      { n: z.number() },
    ),
    ([row]) => row?.n ?? 0,
  )

export const supportsSomebodyQuery = (person: string): Reading<boolean> =>
  meaning(
    rows(
      sql`SELECT id FROM pairings WHERE mentor = ${person} AND id NOT IN (SELECT pairing FROM pairing_ends) LIMIT 1`,
      { id: z.string() },
    ),
    (found) => found.length > 0,
  )

/** Whether this was somebody who was erased: a device may still hold what they did. */
export const isErasedQuery = (person: string): Reading<boolean> =>
  meaning(
    rows(sql`SELECT id FROM people WHERE id = ${person} AND sign_in_name = ${`erased:${person}`}`, {
      id: z.string(),
    }),
    (found) => found.length > 0,
  )

/** Everybody who was erased, and when. */
export const listErased = (): Promise<{ id: string; at: number }[]> =>
  read(
    rows(
      sql`SELECT id, disabled_at AS at FROM people WHERE sign_in_name >= 'erased:' AND sign_in_name < 'erased;' ORDER BY disabled_at, id`,
      {
        id: z.string(),
        at: z.number(),
      },
    ),
  )

/** Those of them of whom something stayed for a matter of safety. */
export const listHeldBack = (): Promise<{ id: string }[]> =>
  read(
    rows(
      sql`SELECT id FROM people WHERE sign_in_name >= 'erased:' AND sign_in_name < 'erased;'
        AND (EXISTS (SELECT 1 FROM incidents WHERE person = people.id) OR EXISTS (SELECT 1 FROM notes WHERE person = people.id))`,
      { id: z.string() },
    ),
  )

/** Nobody was ever here. */
export const isEmpty = async (): Promise<boolean> =>
  (await read(rows(sql`SELECT id FROM people LIMIT 1`, { id: z.string() }))).length === 0
