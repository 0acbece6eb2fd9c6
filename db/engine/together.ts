/** Several reads as one statement: one round trip to a libSQL server, however many lists a page shows. */
import type { InValue } from '@libsql/client'
import type { Reading } from './reading.ts'

type Readings = Readonly<Record<string, Reading<unknown>>>
export type Found<R extends Readings> = {
  readonly [K in keyof R]: R[K] extends Reading<infer T> ? T : never
}

interface Statement {
  readonly sql: string
  readonly args: InValue[]
}

/** One read by itself, its columns in the order of the reading. */
export function alone({ sql, params, columns }: Reading<unknown>): Statement {
  const args = [...params] as InValue[]
  if (typeof columns === 'number') return { sql, args }
  return { sql: `SELECT ${columns.map(quoted).join(', ')} FROM (${sql})`, args }
}

/**
 * Each read becomes a table of the statement, and each table one JSON array in its single row.
 * Numbers keep 15 digits and bytes are refused by SQLite: both are read alone.
 */
export function joined(readings: Readings): Statement {
  const all = Object.values(readings)
  const tables = all.map(
    ({ sql, columns }, n) => `t${n}(${namesOf(columns)}) AS (${inOrder(sql, columns)})`,
  )
  const arrays = all.map(
    ({ columns }, n) => `(SELECT json_group_array(json_array(${namesOf(columns)})) FROM t${n})`,
  )
  return {
    sql: `WITH ${tables.join(',\n')}\nSELECT ${arrays.join(',\n')}`,
    args: all.flatMap(({ params }) => params) as InValue[],
  }
}

/** @param row the statement's only row @throws Error where SQLite's answer is not what was asked */
export function apart<R extends Readings>(readings: R, row: readonly unknown[]): Found<R> {
  const entries = Object.entries(readings).map(([name, one], n) => {
    const found = JSON.parse(String(row[n])) as unknown[][]
    return [name, one.take(found.map((values) => values.map(asColumn)))] as const
  })
  return Object.fromEntries(entries) as Found<R>
}

/** JSON inside JSON comes out as it went in: text. */
const asColumn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value

const inOrder = (sql: string, columns: Reading<unknown>['columns']): string =>
  typeof columns === 'number' ? sql : `SELECT ${columns.map(quoted).join(', ')} FROM (${sql})`

const namesOf = (columns: Reading<unknown>['columns']): string =>
  Array.from(
    { length: typeof columns === 'number' ? columns : columns.length },
    (_, n) => `c${n}`,
  ).join(', ')

const quoted = (name: string): string => `"${name}"`
