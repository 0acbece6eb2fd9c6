import { DAY_GROUPS, grouped, spreadOf } from '#domain/reports/spread.ts'
import type { Words } from '#i18n/words.ts'
import { barChart } from '#view/chart.ts'
import { bars, type Found, type Report, type ReportFrame } from './report.ts'

/** Names of the groups of days, the open one last. */
const dayGroups = (t: Words['reports']): string[] => [
  ...DAY_GROUPS.map((end, index) => {
    const before = DAY_GROUPS[index - 1]
    return before === undefined ? t.upTo(end) : t.fromTo(before + 1, end)
  }),
  t.over(DAY_GROUPS.at(-1) ?? 0),
]

/** Days from joining to ready. */
export function time({ days }: Found<'time'>, { words, programme }: ReportFrame): Report | null {
  const t = words.reports
  const counted = days.get(programme) ?? []
  const spread = spreadOf(counted)
  if (!spread) return null
  const groups = grouped(counted, DAY_GROUPS)
  const entries = dayGroups(t).map((name, index) => [name, groups[index] ?? 0] as const)
  const sentence = t.time(spread.n, spread.median, spread.lower, spread.upper)
  return {
    sentence,
    help: t.timeHelp,
    picture: barChart(sentence, bars(entries, spread.n, t)),
    columns: [t.columns.days, t.columns.people],
    rows: entries.map(([label, n]) => [label, n]),
  }
}
