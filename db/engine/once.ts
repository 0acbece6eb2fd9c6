/** A reading that is written once, with a gap for each value that differs from one time to the next. */
import { is, Param, Placeholder, sql } from 'drizzle-orm'
import type { Reading } from './reading.ts'

export type Value = string | number | null

export interface Gapped<T> {
  readonly reading: Reading<T>
  readonly fills: readonly ((values: readonly Value[]) => unknown)[]
}

/** So many gaps, in the place of values. */
export const gaps = (many: number): readonly unknown[] =>
  Array.from({ length: many }, (_, at) => sql.placeholder(String(at)))

/** @param reading composed of gaps */
export const gapped = <T>(reading: Reading<T>): Gapped<T> => ({
  reading,
  fills: reading.params.map((param) => {
    if (is(param, Placeholder)) return (values) => values[Number(param.name)]
    const inner = is(param, Param) ? param.value : null
    if (is(param, Param) && is(inner, Placeholder))
      return (values) => param.encoder.mapToDriverValue(values[Number(inner.name)])
    return () => param
  }),
})

/** The reading with these values in its gaps. */
export const filledWith = <T>(
  { reading, fills }: Gapped<T>,
  values: readonly Value[],
): Reading<T> => ({ ...reading, params: fills.map((fill) => fill(values)) })

/** @throws Error where `plain`, composed of the values themselves, asks something else: then a value was looked at */
export function proveFilled(filled: Reading<unknown>, plain: Reading<unknown>): void {
  const isSame =
    filled.sql === plain.sql &&
    filled.params.length === plain.params.length &&
    filled.params.every((value, at) => Object.is(value, plain.params[at]))
  if (!isSame) throw new Error(`Bug: this cannot be written once: ${plain.sql.slice(0, 200)}`)
}
