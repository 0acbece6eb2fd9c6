/** A reading that is written once, with a gap for each value that differs from one time to the next. */
import { is, Param, Placeholder, sql } from 'drizzle-orm'
import type { Reading } from './reading.ts'

export type Value = string | number | boolean | null
/** By their names, or their places. */
type Values = Readonly<Record<string, unknown>> | readonly unknown[]

export interface Gapped<T> {
  readonly reading: Reading<T>
  readonly fills: readonly ((values: Values) => unknown)[]
}

/** What a drizzle insert, update or delete is that was not awaited. */
export interface Writes {
  toSQL(): { readonly sql: string; readonly params: readonly unknown[] }
}

/** So many gaps, in the place of values. */
export const gaps = (many: number): readonly unknown[] =>
  Array.from({ length: many }, (_, at) => sql.placeholder(String(at)))

/** A row of gaps, in the place of one. */
export const gapsNamed = (names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))

/** @param reading composed of gaps */
export const gapped = <T>(reading: Reading<T>): Gapped<T> => ({
  reading,
  fills: reading.params.map((param) => {
    if (is(param, Placeholder)) return (values) => valueIn(values, param.name)
    const inner = is(param, Param) ? param.value : null
    if (!is(param, Param) || !is(inner, Placeholder)) return () => param
    return (values) => {
      const value = valueIn(values, inner.name)
      return value === null ? null : param.encoder.mapToDriverValue(value)
    }
  }),
})

const valueIn = (values: Values, name: string): unknown =>
  (values as Readonly<Record<string, unknown>>)[name]

/** As a reading without rows: what writes is filled in the same way. */
export function writing(query: Writes): Reading<null> {
  const { sql: text, params } = query.toSQL()
  return { sql: text, params, columns: 0, take: () => null }
}

/** The reading with these values in its gaps. */
export const filledWith = <T>({ reading, fills }: Gapped<T>, values: Values): Reading<T> => ({
  ...reading,
  params: fills.map((fill) => fill(values)),
})

/** @throws Error where `plain`, composed of the values themselves, asks something else: then a value was looked at */
export function proveFilled(filled: Reading<unknown>, plain: Reading<unknown>): void {
  const isSame =
    filled.sql === plain.sql &&
    filled.params.length === plain.params.length &&
    filled.params.every((value, at) => Object.is(value, plain.params[at]))
  if (!isSame) throw new Error(`Bug: this cannot be written once: ${plain.sql.slice(0, 200)}`)
}
