import { hoursOf } from '#domain/reports/funder.ts'
import { grouped, spreadOf, WAIT_GROUPS } from '#domain/reports/spread.ts'
import { barChart } from '#view/chart.ts'
import { bars, upTo, type Found, type Report, type ReportFrame } from './report.ts'
import { dayGroups } from './time.ts'
import { spanBars, spanName } from './spans.ts'

/** Requests, and pairings that began, ended and were open. */
export function pairings(
  { spans, pairings: counted }: Found<'pairings'>,
  { words }: ReportFrame,
): Report | null {
  const t = words.reports
  const sum = (of: (one: (typeof counted)[number]) => number): number =>
    counted.reduce((total, one) => total + of(one), 0)
  const asks = counted.every(({ requests }) => requests !== null)
  const requests = asks ? sum((one) => one.requests ?? 0) : null
  const [begun, ended] = [sum((one) => one.begun), sum((one) => one.ended)]
  const open = counted.at(-1)?.open ?? 0
  if ((requests ?? 0) + begun + ended + open === 0) return null
  const sentence = t.pairings(requests, begun, open)
  const drawn = spanBars(spans, counted, t, (one) => one.begun, t.count.pairings)
  return {
    sentence,
    help: t.pairingsHelp,
    picture: barChart(sentence, drawn.bars, upTo(t.count.pairings(drawn.most))),
    columns: [
      t.columns.when,
      ...(asks ? [t.columns.requests] : []),
      t.columns.begun,
      t.columns.ended,
      t.columns.open,
    ],
    rows: counted.flatMap((one) => {
      const span = spans[one.span]
      if (!span) return []
      const asked = asks ? [one.requests] : []
      return [[spanName(span, t), ...asked, one.begun, one.ended, one.open]]
    }),
  }
}

/** Days from a request to the first pairing. */
export function waiting({ waited }: Found<'waiting'>, { words }: ReportFrame): Report | null {
  const t = words.reports
  const spread = spreadOf(waited)
  if (!spread) return null
  const groups = grouped(waited, WAIT_GROUPS)
  const entries = dayGroups(WAIT_GROUPS, t).map(
    (name, index) => [name, groups[index] ?? 0] as const,
  )
  const sentence = t.waiting(spread.n, spread.median, spread.lower, spread.upper)
  return {
    sentence,
    help: t.waitingHelp,
    picture: barChart(sentence, bars(entries, spread.n, t), upTo(t.count.requests(spread.n))),
    columns: [t.columns.days, t.columns.requests],
    rows: entries.map(([label, n]) => [label, n]),
  }
}

/** Meetings and hours. */
export function meetings(
  { spans, meetings: counted }: Found<'meetings'>,
  { words }: ReportFrame,
): Report | null {
  const t = words.reports
  const all = counted.reduce((sum, one) => sum + one.meetings, 0)
  const minutes = counted.reduce((sum, one) => sum + one.minutes, 0)
  if (all === 0) return null
  const sentence = t.meetings(all, hoursOf(minutes))
  const drawn = spanBars(spans, counted, t, (one) => one.meetings, t.count.meetings)
  return {
    sentence,
    help: t.meetingsHelp,
    picture: barChart(sentence, drawn.bars, upTo(t.count.meetings(drawn.most))),
    columns: [
      t.columns.when,
      t.columns.meetings,
      t.columns.hours,
      t.columns.pairings,
      t.columns.mentors,
    ],
    rows: counted.flatMap((one) => {
      const span = spans[one.span]
      return span
        ? [[spanName(span, t), one.meetings, hoursOf(one.minutes), one.pairings, one.mentors]]
        : []
    }),
  }
}

/** Why pairings ended. */
export function endings({ ended }: Found<'endings'>, { words }: ReportFrame): Report | null {
  const t = words.reports
  const all = ended.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return null
  const sentence = t.endings(all)
  const entries = ended.map(({ why, n }) => [words.pairing.desk.ends[why], n] as const)
  return {
    sentence,
    help: t.endingsHelp,
    picture: barChart(sentence, bars(entries, all, t), upTo(t.count.pairings(all))),
    columns: [t.columns.why, t.columns.pairings],
    rows: entries.map(([label, n]) => [label, n]),
  }
}
