import { barChart } from '#view/chart.ts'
import { upTo, type Found, type Report, type ReportFrame } from './report.ts'
import { spanBars, spanName } from './spans.ts'

/** Support reviews and group sessions. */
export function support(
  { spans, support: counted }: Found<'support'>,
  { words }: ReportFrame,
): Report | null {
  const t = words.reports
  const sum = (of: (one: (typeof counted)[number]) => number): number =>
    counted.reduce((total, one) => total + of(one), 0)
  const [reviews, sessions] = [sum((one) => one.reviews), sum((one) => one.sessions)]
  if (reviews + sessions === 0) return null
  const sentence = t.support(reviews, sessions)
  const { bars, most } = spanBars(spans, counted, t, (one) => one.reviews, t.count.reviews)
  return {
    sentence,
    help: t.supportHelp,
    picture: barChart(sentence, bars, upTo(t.count.reviews(most))),
    columns: [
      t.columns.when,
      t.columns.reviews,
      t.columns.reviewed,
      t.columns.sessions,
      t.columns.came,
    ],
    rows: counted.flatMap((one) => {
      const span = spans[one.span]
      return span ? [[spanName(span, t), one.reviews, one.reviewed, one.sessions, one.came]] : []
    }),
  }
}
