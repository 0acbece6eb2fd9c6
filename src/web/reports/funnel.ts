import { funnelOf, STAGES } from '#domain/reports/funnel.ts'
import { barChart } from '#view/chart.ts'
import { bars, percent, upTo, type Found, type Report, type ReportFrame } from './report.ts'

/** How many of those who joined came how far. */
export function funnel(
  { furthest }: Found<'funnel'>,
  { words, programme }: ReportFrame,
): Report | null {
  const t = words.reports
  const counts = funnelOf(furthest.get(programme) ?? new Map<number, number>())
  if (counts.joined === 0) return null
  const entries = STAGES.map((stage) => [t.stages[stage], counts[stage]] as const)
  return {
    sentence: t.funnel(counts),
    help: t.funnelHelp,
    picture: barChart(
      t.funnel(counts),
      bars(entries, counts.joined, t),
      upTo(t.people(counts.joined)),
    ),
    columns: [t.columns.stage, t.columns.people, t.columns.ofJoined],
    rows: entries.map(([label, n]) => [label, n, percent(n, counts.joined)]),
  }
}
