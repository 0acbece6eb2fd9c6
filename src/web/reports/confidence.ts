import { intervalOf } from '#domain/reports/interval.ts'
import { intervalChart } from '#view/chart.ts'
import { intervalTexts, rounded, type Found, type Report, type ReportFrame } from './report.ts'

/** How sure people feel, before and after. */
export function confidence(
  { sums }: Found<'confidence'>,
  { words, locale, competencies }: ReportFrame,
): Report | null {
  const t = words.reports
  const lines = ['', ...competencies.map(({ id }) => id)].flatMap((id) => {
    const found = sums.find(({ competency }) => competency === id)
    const interval = found && intervalOf(found)
    if (!found || !interval) return []
    const principle = competencies.find((line) => line.id === id)?.principles[0]
    const name = id === '' ? t.overall : principle ? words.course.principles[principle] : id
    return [{ ...interval, name, before: found.before, after: found.after }]
  })
  const [overall] = lines
  if (!overall) return null
  const isUnsure =
    overall.low !== null && overall.high !== null && overall.low <= 0 && overall.high >= 0
  const sentence = `${t.confidence(overall.n, ...intervalTexts(overall, locale))}${isUnsure ? ` ${t.confidenceUnsure}` : ''}`
  const ends = lines.flatMap(({ mean, low, high }) => [0, low ?? mean, high ?? mean])
  const least = Math.min(-1, Math.floor(Math.max(-10, Math.min(...ends))))
  const most = Math.max(1, Math.ceil(Math.min(10, Math.max(...ends))))
  return {
    sentence,
    help: t.confidenceHelp,
    picture: intervalChart(
      sentence,
      lines.map((line) => ({
        ...line,
        label: line.name,
        text: t.confidenceText(line.n, ...intervalTexts(line, locale)),
      })),
      [least, most],
      { axis: [t.less(-least), t.more(most)], key: [t.confidenceKey] },
    ),
    columns: [
      t.columns.line,
      t.columns.n,
      t.columns.before,
      t.columns.after,
      t.columns.change,
      t.columns.low,
      t.columns.high,
    ],
    rows: lines.map((line) => [
      line.name,
      line.n,
      rounded(line.before),
      rounded(line.after),
      rounded(line.mean),
      rounded(line.low),
      rounded(line.high),
    ]),
    decimalsFrom: 2,
  }
}
