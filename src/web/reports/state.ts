import { STANDINGS } from '#domain/readiness/standing.ts'
import { barChart } from '#view/chart.ts'
import { bars, percent, upTo, type Found, type Report, type ReportFrame } from './report.ts'

/** Where those stand today who joined. */
export function state({ states }: Found<'state'>, { words }: ReportFrame): Report | null {
  const t = words.reports
  const of = (one: string): number => states.find((found) => found.state === one)?.n ?? 0
  const all = states.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return null
  const ready = of('ready') + of('ready-with-conditions')
  const sentence = t.state(all, ready, of('in-training'))
  const entries = [
    ...STANDINGS.map((one) => [words.learn.standings[one], of(one)] as const),
    [t.left, of('left')] as const,
  ].filter(([, n]) => n > 0)
  return {
    sentence,
    help: t.stateHelp,
    picture: barChart(sentence, bars(entries, all, t), upTo(t.people(all))),
    columns: [t.columns.standing, t.columns.people, t.columns.ofJoined],
    rows: entries.map(([label, n]) => [label, n, percent(n, all)]),
  }
}
