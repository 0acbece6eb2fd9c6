/** From what callers write to what libSQL takes, and the guard that makes a whole batch fail. */
import type { InStatement, InValue } from '@libsql/client'
import type { SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'

/** A drizzle insert, update, delete or select that has not been awaited, or plain SQL. */
type Single = { toSQL(): { sql: string; params: unknown[] } } | InStatement

/** With what is written wherever it is, behind all others of the batch. */
interface WithBeside {
  readonly query: Query
  readonly beside: Query
}

export type Query = Single | WithBeside

/** A statement that returns one row when its condition holds and fails the batch when not. */
export interface Guard {
  readonly guard: true
  readonly sql: string
  readonly args: InValue[]
}

const dialect = new SQLiteAsyncDialect({ casing: 'snake_case' })

/**
 * Part of a `write` batch: unless `condition` is true, nothing of the batch is written and
 * `write` throws GuardFailed. NULL counts as not true. Tables are read in subqueries:
 * guard(sql`(SELECT count(*) FROM ${withdrawals} WHERE ${withdrawals.signOff} = ${id}) = 0`)
 */
export function guard(condition: SQL | string, args: readonly InValue[] = []): Guard {
  const { sql, params } =
    typeof condition === 'string' ? { sql: condition, params: args } : dialect.sqlToQuery(condition)
  // json() of anything that is not JSON is the one error that plain SQL can raise on a condition.
  return {
    guard: true,
    sql: `SELECT json(CASE WHEN (${sql}) THEN '1' ELSE 'x' END)`,
    args: params as InValue[],
  }
}

const isWithBeside = (query: Query): query is WithBeside =>
  typeof query === 'object' && 'beside' in query

/** One for each query, in order; then what is written beside them. */
export const toStatements = (queries: readonly Query[]): InStatement[] => [
  ...queries.map((query) => toStatement(itself(query))),
  ...queries.flatMap((query) => (isWithBeside(query) ? toStatements([query.beside]) : [])),
]

const itself = (query: Query): Single => (isWithBeside(query) ? itself(query.query) : query)

function toStatement(query: Single): InStatement {
  if (typeof query === 'string' || !('toSQL' in query)) return query
  const { sql, params } = query.toSQL()
  return { sql, args: params as InValue[] }
}

/** The position of the guard that made this batch fail, or null when it failed otherwise. */
export function failedGuard(error: unknown, queries: readonly Query[]): number | null {
  if (!(error instanceof Error) || !('statementIndex' in error)) return null
  const position = Number(error.statementIndex)
  const query = queries[position]
  const isGuard = typeof query === 'object' && 'guard' in query
  return isGuard && isFalse(error) ? position : null
}

/** What a guard that does not hold raises. */
export const isFalse = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('malformed JSON')

/** True for statements that only read; everything else belongs into `write`. */
export function onlyReads(sql: string): boolean {
  const known = looked.get(sql)
  if (known !== undefined) return known
  const answer = readsOnly(sql)
  if (looked.size >= MOST_LOOKED) looked.clear()
  looked.set(sql, answer)
  return answer
}

/** A page's statement may have thirty thousand letters, and is asked for again and again. */
const looked = new Map<string, boolean>()
const MOST_LOOKED = 1000

function readsOnly(sql: string): boolean {
  if (/^\s*(select|values|explain|pragma)\b/i.test(sql)) return true
  return (
    /^\s*with\b/i.test(sql) && !/\b(insert\s+into|update\s+\S+\s+set|delete\s+from)\b/i.test(sql)
  )
}
