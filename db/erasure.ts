/** A person becomes a nameless tombstone, in one batch; what happens to each table stands in erasure-table.ts. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { guard, read, rows, type Query } from './client.ts'
import { ERASURE } from './erasure-table.ts'

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

/** How many rows would go now, without changing one. */
export async function countErased(person: string): Promise<Count[]> {
  const counts: Count[] = []
  for (const { table, does } of ERASURE) {
    let n = 0
    for (const one of does) n += await countOf(one, person)
    if (n > 0) counts.push({ table, rows: n })
  }
  return counts
}

const countOf = async (statement: string, person: string): Promise<number> => {
  if (!statement.startsWith('DELETE FROM')) return 0
  const counted = statement.replace('DELETE FROM', 'SELECT count(*) AS n FROM')
  const parts = counted
    .split('?1')
    .flatMap((part, at) => (at ? [sql`${person}`, sql.raw(part)] : [sql.raw(part)]))
  const [row] = await read(rows(sql.join(parts), { n: z.number() }))
  return row?.n ?? 0
}

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
