/**
 * Drawings of numbers as SVG that needs no style attribute and no script. Positions are shares of the width and lines of text,
 * so that letters stay as large as on the rest of the page. Beside each stands its sentence and its table.
 */
import { html, type Html } from './html.ts'

export interface Bar {
  readonly label: string
  /** What the bar says, in words: `12 of 40`. */
  readonly text: string
  /** Shares of the whole width from 0 to 1, drawn one after the other. */
  readonly parts: readonly number[]
}

const LOOKS = ['chart__bar', 'chart__bar chart__bar--second', 'chart__bar chart__bar--third']
const ROW = 3.5
const share = (of: number): string => `${Math.round(Math.min(1, Math.max(0, of)) * 10_000) / 100}%`
const em = (of: number): string => `${Math.round(of * 100) / 100}em`

const drawing = (name: string, rows: number, inside: readonly Html[]): Html =>
  html`<svg class="chart__drawing" role="img" aria-label="${name}" width="100%" height="${em(rows * ROW)}">${inside}</svg>`

/** @param name what the picture shows, for who cannot see it */
export const barChart = (name: string, bars: readonly Bar[]): Html =>
  drawing(
    name,
    bars.length,
    bars.map(({ label, text, parts }, row) => {
      const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, n) => sum + n, 0))
      return html`<text x="0" y="${em(row * ROW + 1.1)}">${label}: <tspan class="chart__number">${text}</tspan></text>
        <rect class="chart__ground" x="0" y="${em(row * ROW + 1.6)}" width="100%" height="1.1em" rx="0.3em" />
        ${parts.map(
          (part, index) =>
            html`<rect class="${LOOKS[index] ?? 'chart__bar'}" x="${share(starts[index] ?? 0)}" y="${em(row * ROW + 1.6)}" width="${share(part)}" height="1.1em" rx="0.3em" />`,
        )}`
    }),
  )

export interface Whisker {
  readonly label: string
  readonly text: string
  readonly mean: number
  /** Null where there is no interval. */
  readonly low: number | null
  readonly high: number | null
}

/** Means with their intervals on one scale; a line stands at 0. */
export function intervalChart(
  name: string,
  rows: readonly Whisker[],
  least: number,
  most: number,
): Html {
  const at = (value: number): string => share((value - least) / (most - least))
  return drawing(
    name,
    rows.length,
    rows.map(({ label, text, mean, low, high }, row) => {
      const y = em(row * ROW + 2.1)
      return html`<text x="0" y="${em(row * ROW + 1.1)}">${label}: <tspan class="chart__number">${text}</tspan></text>
        <line class="chart__axis" x1="0" x2="100%" y1="${y}" y2="${y}" />
        <line class="chart__zero" x1="${at(0)}" x2="${at(0)}" y1="${em(row * ROW + 1.5)}" y2="${em(row * ROW + 2.7)}" />
        ${low !== null && high !== null && html`<line class="chart__whisker" x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}" />`}
        <circle class="chart__dot" cx="${at(mean)}" cy="${y}" r="0.45em" />`
    }),
  )
}
