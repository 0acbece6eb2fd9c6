/** Parts of a period, as a report names them, and bars over them. */
import type { ReportSpan } from '#domain/reports/spans.ts'
import type { Words } from '#i18n/words.ts'
import type { Bar } from '#view/chart.ts'

export const spanName = ({ year, quarter }: ReportSpan, t: Words['reports']): string =>
  quarter === null ? String(year) : t.quarter(quarter, year)

/** A bar for each part, the longest as wide as the picture. @param of what is counted, and how it is said */
export function spanBars<T extends { readonly span: number }>(
  spans: readonly ReportSpan[],
  counted: readonly T[],
  t: Words['reports'],
  of: (one: T) => number,
  say: (n: number) => string,
): { readonly bars: readonly Bar[]; readonly most: number } {
  const most = Math.max(1, ...counted.map(of))
  return {
    most,
    bars: counted.map((one) => {
      const span = spans[one.span]
      return {
        label: span ? spanName(span, t) : '',
        text: say(of(one)),
        parts: [of(one) / most],
      }
    }),
  }
}
