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
/** Letters on a line, so that it fits a screen of 320 px. */
const LINE = 34
const LINE_HEIGHT = 1.35
/** Below the words: the bar, and room to the next words. */
const BAR_HEIGHT = 2.4
const share = (of: number): string => `${Math.round(Math.min(1, Math.max(0, of)) * 10_000) / 100}%`
const em = (of: number): string => `${Math.round(of * 100) / 100}em`

/** The words in lines; one long word stays whole. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LINE)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

interface Row {
  readonly label: string
  readonly text: string
}

/** What stands beside the bars: what each colour is, above them, and what both ends of the width are, below. */
export interface Scale {
  readonly axis: readonly [least: string, most: string]
  readonly key?: readonly string[]
}
const KEY_HEIGHT = 1.6
const AXIS_HEIGHT = 2.2

const keyOf = (key: readonly string[]): Html[] =>
  key.map(
    (text, index) =>
      html`<rect class="${LOOKS[index] ?? 'chart__bar'}" x="0" y="${em(index * KEY_HEIGHT + 0.2)}" width="1em" height="1em" rx="0.2em" /><text x="1.5em" y="${em(index * KEY_HEIGHT + 1.1)}">${text}</text>`,
  )

const axisOf = ([least, most]: Scale['axis'], y: number): Html =>
  html`<line class="chart__axis" x1="0" x2="100%" y1="${em(y)}" y2="${em(y)}" /><text x="0" y="${em(y + 1.3)}">${least}</text><text x="100%" y="${em(y + 1.3)}" text-anchor="end">${most}</text>`

/** One row under the other: its words, then what `draw` puts at a height in lines of text; then the axis. */
function rowsOf<T extends Row>(
  name: string,
  rows: readonly T[],
  { axis, key = [] }: Scale,
  draw: (row: T, y: number) => Html,
): Html {
  let y = key.length === 0 ? 0 : key.length * KEY_HEIGHT + 0.6
  const drawn = rows.map((row) => {
    const lines = linesOf(`${row.label}: ${row.text}`)
    const words = lines.map(
      (line, index) => html`<text x="0" y="${em(y + 1 + index * LINE_HEIGHT)}">${line}</text>`,
    )
    const below = y + lines.length * LINE_HEIGHT
    y = below + BAR_HEIGHT
    return html`${words}${draw(row, below)}`
  })
  const height = em(y + AXIS_HEIGHT - 0.5)
  return html`<svg class="chart__drawing" role="img" aria-label="${name}" width="100%" height="${height}">${keyOf(key)}${drawn}${axisOf(axis, y - 0.5)}</svg>`
}

/** @param name what the picture shows, for who cannot see it */
export const barChart = (name: string, bars: readonly Bar[], scale: Scale): Html =>
  rowsOf(name, bars, scale, ({ parts }, y) => {
    const rect = (look: string, from: number, width: number): Html =>
      html`<rect class="${look}" x="${share(from)}" y="${em(y + 0.2)}" width="${share(width)}" height="1.1em" rx="0.3em" />`
    const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, n) => sum + n, 0))
    return html`${rect('chart__ground', 0, 1)}${parts.map((part, index) =>
      rect(LOOKS[index] ?? 'chart__bar', starts[index] ?? 0, part),
    )}`
  })

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
  [least, most]: readonly [number, number],
  scale: Scale,
): Html {
  // A little room at both ends, so that no dot is cut off.
  const at = (value: number): string => share(0.02 + (0.96 * (value - least)) / (most - least))
  return rowsOf(name, rows, scale, ({ mean, low, high }, top) => {
    const y = em(top + 0.75)
    return html`<line class="chart__axis" x1="0" x2="100%" y1="${y}" y2="${y}" />
      <line class="chart__zero" x1="${at(0)}" x2="${at(0)}" y1="${em(top + 0.25)}" y2="${em(top + 1.25)}" />
      ${low !== null && high !== null && html`<line class="chart__whisker" x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}" />`}
      <circle class="chart__dot" cx="${at(mean)}" cy="${y}" r="0.45em" />`
  })
}
