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
  const args = all.flatMap(({ params }) => params) as InValue[]
  const alike = written.get(all.length) ?? []
  written.set(all.length, alike)
  const known = alike.find(({ of }) => of.every((one, at) => isSame(one, all[at])))
  if (known) return { sql: known.sql, args }
  const of = all.map(({ sql, columns }) => ({ sql, columns }))
  const sql = textOf(of)
  if (alike.push({ of, sql }) > MOST_ALIKE) alike.shift()
  return { sql, args }
}

type Asked = Pick<Reading<unknown>, 'sql' | 'columns'>
interface Written {
  readonly of: readonly Asked[]
  readonly sql: string
}

const isSame = (one: Asked, other: Asked | undefined): boolean =>
  one.sql === other?.sql &&
  (one.columns === other.columns || String(one.columns) === String(other.columns))

/** By how many readings they are of. The same text is the same string each time, which is found sooner where statements are kept. */
const written = new Map<number, Written[]>()
const MOST_ALIKE = 20

function textOf(all: readonly Asked[]): string {
  const tables = all.map(
    ({ sql, columns }, n) => `t${n}(${namesOf(columns)}) AS (${inOrder(sql, columns)})`,
  )
  const arrays = all.map(
    ({ columns }, n) => `(SELECT json_group_array(json_array(${namesOf(columns)})) FROM t${n})`,
  )
  return `WITH ${tables.join(',\n')}\nSELECT ${arrays.join(',\n')}`
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
