/** A page of rows beside the totals of all, in one statement; the totals stand alone where the page has no rows. */
import type { SQL } from 'drizzle-orm'
import { z } from 'zod'
import { meaning, rows, type Reading } from './reading.ts'

export interface Paged<R extends z.ZodRawShape, T extends z.ZodRawShape> {
  readonly rows: readonly z.infer<z.ZodObject<R>>[]
  readonly totals: z.infer<z.ZodObject<T>>
}

/**
 * @param statement of totals LEFT JOIN page: every row repeats the totals
 * @param row by column; the first one is NULL where a row holds totals alone
 */
export function paged<R extends z.ZodRawShape, T extends z.ZodRawShape>(
  statement: SQL,
  row: R,
  totals: T,
): Reading<Paged<R, T>> {
  const [id = ''] = Object.keys(row)
  const columns = [...Object.keys(row), ...Object.keys(totals)]
  const asFound = Object.fromEntries(columns.map((name) => [name, z.unknown()]))
  return meaning(rows(statement, asFound), (found) => ({
    rows: z.array(z.object(row)).parse(found.filter((one) => one[id] !== null)),
    totals: z.object(totals).parse(found[0]),
  }))
}

/** A sum or count; SQLite says NULL for the sum of nothing. */
export const count = z
  .number()
  .nullable()
  .transform((n) => n ?? 0)
