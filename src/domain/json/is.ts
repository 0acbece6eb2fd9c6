/**
 * What JSON holds, looked at and not believed, where a schema library may not run or is too slow: thousands of rows.
 * A value stays as it was written: fields that nobody knows, and their order too.
 */
export type Is<T> = (value: unknown) => value is T

type Fields = Readonly<Record<string, Is<unknown>>>
type Meant<I> = I extends Is<infer T> ? T : never
type ObjectOf<F extends Fields, O extends Fields> = {
  readonly [K in keyof F]: Meant<F[K]>
} & { readonly [K in keyof O]?: Meant<O[K]> }

export const isText: Is<string> = (value) => typeof value === 'string'

export const isNumber: Is<number> = (value) => typeof value === 'number'

export const isYesNo: Is<boolean> = (value) => typeof value === 'boolean'

export const isOneOf =
  <const T extends string>(known: readonly T[]): Is<T> =>
  (value): value is T =>
    known.some((one) => one === value)

export const isOrNull =
  <T>(is: Is<T>): Is<T | null> =>
  (value): value is T | null =>
    value === null || is(value)

export const isListOf =
  <T>(is: Is<T>): Is<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(is)

/** By names that are not known here. */
export const isMapOf =
  <T>(is: Is<T>): Is<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isAnyObject(value) && Object.values(value).every(is)

/** @param may fields that can be missing */
export function isObjectOf<F extends Fields, O extends Fields = Record<never, never>>(
  fields: F,
  may?: O,
): Is<ObjectOf<F, O>> {
  const each = Object.entries(fields)
  const others = Object.entries(may ?? {})
  return (value): value is ObjectOf<F, O> =>
    isAnyObject(value) &&
    each.every(([name, is]) => is(value[name])) &&
    others.every(([name, is]) => value[name] === undefined || is(value[name]))
}

const isAnyObject: Is<Readonly<Record<string, unknown>>> = (
  value,
): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param of what it belongs to, for the error @throws Error where it is something else */
export function parsedAs<T>(is: Is<T>, text: string, of: string): T {
  const value: unknown = JSON.parse(text)
  if (!is(value)) throw new Error(`${of} holds something else than it should.`)
  return value
}
