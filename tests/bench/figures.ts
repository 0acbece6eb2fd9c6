/** What was measured: medians with their spread, and tables of them in Markdown. */

/** Of several repetitions. */
export interface Figure {
  readonly median: number
  readonly min: number
  readonly max: number
}

export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function figure(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b)
  const [middle, last] = [Math.floor(sorted.length / 2), sorted.length - 1]
  const upper = sorted[middle] ?? Number.NaN
  const median = sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
  return { median, min: sorted[0] ?? Number.NaN, max: sorted[last] ?? Number.NaN }
}

/** Each repetition by the one of the limit beside it, since a machine is quicker now and slower then. */
export const ratio = (ours: readonly number[], limit: readonly number[]): Figure =>
  figure(ours.map((one, at) => one / (limit[at] ?? Number.NaN)))

/** The value that so many of 100 are not above. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * of) / 100) - 1)] ?? Number.NaN
}

/** How steeply it grows: 0 not at all, 1 as fast as their number, by least squares over the logarithms. */
export function exponent(counts: readonly number[], times: readonly number[]): number {
  const [x, y] = [counts.map(Math.log), times.map(Math.log)]
  const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length
  const [meanX, meanY] = [mean(x), mean(y)]
  const over = x.map((one, at) => (one - meanX) * ((y[at] ?? 0) - meanY))
  return mean(over) / mean(x.map((one) => (one - meanX) ** 2))
}

/** Three digits that count. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: Math.min(digits, 2),
    maximumFractionDigits: Math.min(digits, 2),
  })
}

/** "400 (380–410)" */
export const spread = ({ median, min, max }: Figure): string =>
  min === max ? short(median) : `${short(median)} (${short(min)}–${short(max)})`

export const times = (of: Figure): string => `${spread(of)}×`

export function markdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const under = head.map((_, at) => (at ? '---:' : '---'))
  return [`### ${title}`, '', line(head), line(under), ...rows.map(line), ''].join('\n')
}
