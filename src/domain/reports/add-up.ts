/**
 * What was counted of people in pieces, added up: nobody is in two of them.
 * @param add one row from two of the same key
 */
export function addUp<T>(
  parts: readonly (readonly T[])[],
  keyOf: (row: T) => string,
  add: (one: T, other: T) => T,
): T[] {
  const sums = new Map<string, T>()
  for (const row of parts.flat()) {
    const sum = sums.get(keyOf(row))
    sums.set(keyOf(row), sum === undefined ? row : add(sum, row))
  }
  return [...sums.values()]
}
