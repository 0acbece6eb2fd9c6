/** A read that was not made yet, so that several can be made in one statement (together.ts). */
import { fillPlaceholders, SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'

/** What one read asks, and what its rows mean. */
export interface Reading<T> {
  readonly sql: string
  readonly params: readonly unknown[]
  /** Names of the columns, where the rows are told apart by them; else their number. */
  readonly columns: readonly string[] | number
  /** @param rows values of each row, in the order of the columns */
  take(rows: readonly (readonly unknown[])[]): T
}

/** A drizzle select that was not awaited. */
interface Select<Row> extends PromiseLike<Row[]> {
  prepare(): {
    getQuery(): { readonly sql: string; readonly params: unknown[] }
    mapResult(rows: unknown, isFromBatch?: boolean): unknown
  }
}

const dialect = new SQLiteAsyncDialect({ casing: 'snake_case' })

/** A drizzle select as a reading. @param means what is made of its rows; left out: the rows */
export function reading<Row>(select: Select<Row>): Reading<Row[]>
export function reading<Row, T>(select: Select<Row>, means: (rows: Row[]) => T): Reading<T>
export function reading<Row, T>(
  select: Select<Row>,
  means: (rows: Row[]) => T | Row[] = (rows) => rows,
): Reading<T | Row[]> {
  const prepared = select.prepare()
  const { fields = [] } = prepared as unknown as { readonly fields?: readonly unknown[] }
  // Not by `toSQL`, which would write the query once more.
  const { sql, params } = prepared.getQuery()
  return {
    sql,
    params,
    columns: fields.length,
    // Drizzle decodes booleans, JSON and joined tables; it wants the whole answer of a batch.
    take: (rows) => means(prepared.mapResult({ rows }, true) as Row[]),
  }
}

/**
 * Plain SQL as a reading; every row is parsed, so that what a column holds is known and not believed.
 * @param shape a zod schema for each column, by the column's name in `statement`
 */
export function rows<S extends z.ZodRawShape>(
  statement: SQL,
  shape: S,
): Reading<z.infer<z.ZodObject<S>>[]> {
  const { sql, params } = dialect.sqlToQuery(statement)
  const columns = Object.keys(shape)
  const schema = z.array(z.object(shape))
  return {
    sql,
    params,
    columns,
    take: (found) =>
      schema.parse(
        found.map((row) => Object.fromEntries(columns.map((name, n) => [name, row[n]]))),
      ),
  }
}

/** A reading that was written once (see `kept`), with what differs. @param values by the names of its placeholders */
export const filled = <T>(
  written: Reading<T>,
  values: Readonly<Record<string, unknown>>,
): Reading<T> => ({ ...written, params: fillPlaceholders([...written.params], values) })

/** The same read, its rows understood further. */
export const meaning = <A, B>(from: Reading<A>, means: (found: A) => B): Reading<B> => ({
  ...from,
  take: (found) => means(from.take(found)),
})

/** SQLite's 0 and 1 as yes and no. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform(Boolean)

/** A column that holds JSON as text. */
export const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(schema)
