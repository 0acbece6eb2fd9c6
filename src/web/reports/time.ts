import { DAY_GROUPS, grouped, spreadOf } from '#domain/reports/spread.ts'
import type { Words } from '#i18n/words.ts'
import { barChart } from '#view/chart.ts'
import { bars, upTo, type Found, type Report, type ReportFrame } from './report.ts'

/** Names of the groups of days, the open one last. */
export const dayGroups = (ends: readonly number[], t: Words['reports']): string[] => [
  ...ends.map((end, index) => {
    const before = ends[index - 1]
    return before === undefined ? t.upTo(end) : t.fromTo(before + 1, end)
  }),
  t.over(ends.at(-1) ?? 0),
]

/** Days from joining to ready. */
export function time({ days }: Found<'time'>, { words, programme }: ReportFrame): Report | null {
  const t = words.reports
  const counted = days.get(programme) ?? []
  const spread = spreadOf(counted)
  if (!spread) return null
  const groups = grouped(counted, DAY_GROUPS)
  const entries = dayGroups(DAY_GROUPS, t).map((name, index) => [name, groups[index] ?? 0] as const)
  const sentence = t.time(spread.n, spread.median, spread.lower, spread.upper)
  return {
    sentence,
    help: t.timeHelp,
    picture: barChart(sentence, bars(entries, spread.n, t), upTo(t.people(spread.n))),
    columns: [t.columns.days, t.columns.people],
    rows: entries.map(([label, n]) => [label, n]),
  }
}
