/** Groups beside each other on a page that leaves the programme: small ones are told together, or not at all. */
import { isSafe } from './suppress.ts'

export interface Folded<K> {
  /** Largest first. */
  readonly shown: readonly { readonly key: K; readonly n: number }[]
  /** The sum of those that are too small to be named, together with the next larger ones where they need it; 0 for none. */
  readonly rest: number
  /** Of all; null where even that is too small, or would give a hidden number away. */
  readonly all: number | null
}

/** @param groups of different people, none counted twice */
export function folded<K>(groups: readonly { readonly key: K; readonly n: number }[]): Folded<K> {
  const sorted = groups.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n)
  const shown = sorted.filter(({ n }) => isSafe(n))
  let rest = sum(sorted.filter(({ n }) => !isSafe(n)))
  while (!isSafe(rest) && shown.length > 0) rest += shown.pop()?.n ?? 0
  const all = sum(shown) + rest
  return isSafe(all) ? { shown, rest, all } : { shown: [], rest: 0, all: null }
}

const sum = (groups: readonly { readonly n: number }[]): number =>
  groups.reduce((total, { n }) => total + n, 0)
