/** A mean with its 95 % interval, after Student's t. */

export interface Sums {
  readonly n: number
  readonly sum: number
  readonly squares: number
}

export interface Interval {
  readonly n: number
  readonly mean: number
  /** Null where one person alone says nothing about others. */
  readonly low: number | null
  readonly high: number | null
}

/** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
]

/** Beyond 30 the Cornish–Fisher expansion of the normal quantile: less than 0.001 off. */
const quantile = (freedom: number): number =>
  T[freedom - 1] ?? 1.95996 + 2.37227 / freedom + 2.8225 / freedom ** 2

/** @returns null where n is 0 */
export function intervalOf({ n, sum, squares }: Sums): Interval | null {
  if (n === 0) return null
  const mean = sum / n
  if (n === 1) return { n, mean, low: null, high: null }
  const variance = Math.max(0, (squares - n * mean * mean) / (n - 1))
  const half = quantile(n - 1) * Math.sqrt(variance / n)
  return { n, mean, low: mean - half, high: mean + half }
}
