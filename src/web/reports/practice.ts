import { PRINCIPLES } from '#domain/course/item.ts'
import { barChart } from '#view/chart.ts'
import type { Found, Report, ReportFrame } from './report.ts'

/** What was said in practice sessions, by principle. */
export function practice({ chosen }: Found<'practice'>, { words }: ReportFrame): Report | null {
  const t = words.reports
  const rows = PRINCIPLES.map((principle) => {
    const of = (verdict: string): number =>
      chosen.find((one) => one.principle === principle && one.verdict === verdict)?.replies ?? 0
    const [kept, missed, crossed] = [of('kept'), of('missed'), of('crossed')]
    return {
      name: words.course.principles[principle],
      kept,
      missed,
      crossed,
      all: kept + missed + crossed,
    }
  }).filter(({ all }) => all > 0)
  if (rows.length === 0) return null
  const most = rows.reduce((best, one) => (one.crossed > best.crossed ? one : best))
  const all = rows.reduce((sum, one) => sum + one.all, 0)
  const sentence = t.practice(all, most.name, most.crossed)
  return {
    sentence,
    help: t.practiceHelp,
    picture: barChart(
      sentence,
      rows.map((row) => ({
        label: row.name,
        text: t.practiceText(row.kept, row.missed, row.crossed),
        parts: [row.kept / row.all, row.missed / row.all, row.crossed / row.all],
      })),
      {
        axis: ['0', t.allReplies],
        key: [t.columns.kept, t.columns.missed, t.columns.crossed],
      },
    ),
    columns: [
      t.columns.principle,
      t.columns.replies,
      t.columns.kept,
      t.columns.missed,
      t.columns.crossed,
    ],
    rows: rows.map((row) => [row.name, row.all, row.kept, row.missed, row.crossed]),
  }
}
