/** The middle of many numbers, from how often each was counted. */

export interface Counted {
  readonly value: number
  readonly n: number
}

export interface Spread {
  readonly n: number
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** Quartiles as the smallest value that at least a quarter (half, three quarters) do not exceed; null for nobody. */
export function spreadOf(counted: readonly Counted[]): Spread | null {
  const sorted = counted.filter(({ n }) => n > 0).sort((a, b) => a.value - b.value)
  const n = sorted.reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return null
  const at = (share: number): number => {
    let seen = 0
    for (const one of sorted) {
      seen += one.n
      if (seen >= share * n) return one.value
    }
    return sorted.at(-1)?.value ?? 0
  }
  return { n, lower: at(0.25), median: at(0.5), upper: at(0.75) }
}

/** Upper ends of the groups of days to sign-off; the last group is open. */
export const DAY_GROUPS = [30, 60, 90, 180] as const
/** The same of days that somebody waits for a mentor. */
export const WAIT_GROUPS = [7, 14, 30, 60, 90] as const

/** How many took at most so many days, group by group; one number more than there are ends. */
export function grouped(counted: readonly Counted[], ends: readonly number[]): number[] {
  const groups = Array.from({ length: ends.length + 1 }, () => 0)
  for (const { value, n } of counted) {
    const index = ends.findIndex((end) => value <= end)
    const at = index < 0 ? ends.length : index
    groups[at] = (groups[at] ?? 0) + n
  }
  return groups
}
