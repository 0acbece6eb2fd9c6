/** The administrator's reports: what stands of each programme, as a sentence, a picture and a table. */
import { STAGES } from '#domain/reports/funnel.ts'
import type { AcrossName } from '#domain/reports/names.ts'
import { sumShown } from '#domain/reports/suppress.ts'
import type { NamedAcross } from '#server/show/manage/across.ts'
import { barChart, intervalChart } from '#view/chart.ts'
import { intervalTexts, rounded, upTo, type AcrossFrame, type Report } from './report.ts'

/** @returns null where nothing may be shown */
export const drawAcross = (
  report: AcrossName,
  rows: readonly NamedAcross[],
  frame: AcrossFrame,
): Report | null => ({ funnel, time, confidence })[report](rows, frame)

function funnel(rows: readonly NamedAcross[], { words }: AcrossFrame): Report | null {
  const t = words.reports
  const shown = rows.filter(({ stages }) => (stages[0] ?? 0) > 0)
  if (shown.length === 0) return null
  // Only programmes of which both numbers are shown, so that the sentence compares like with like.
  const whole = shown.filter(({ stages }) => stages.at(-1) !== null)
  const sum = (of: (row: NamedAcross) => number | null | undefined): number =>
    whole.reduce((total, row) => total + (of(row) ?? 0), 0)
  const totals = STAGES.map((_, index) => sumShown(rows.map(({ stages }) => stages[index] ?? null)))
  const sentence = t.manageFunnel(
    whole.length,
    sum(({ stages }) => stages[0]),
    sum(({ stages }) => stages.at(-1)),
  )
  const most = Math.max(...shown.map(({ stages }) => stages[0] ?? 0))
  return {
    sentence,
    help: t.funnelHelp,
    picture: barChart(
      sentence,
      shown.flatMap(({ name, stages }) =>
        STAGES.flatMap((stage, index) => {
          const n = stages[index] ?? null
          return n === null
            ? []
            : [{ label: `${name}, ${t.stages[stage]}`, text: t.people(n), parts: [n / most] }]
        }),
      ),
      upTo(t.people(most)),
    ),
    columns: [t.columns.programme, ...STAGES.map((stage) => t.stages[stage])],
    rows: [...rows.map(({ name, stages }) => [name, ...stages]), [t.shown, ...totals]],
  }
}

function time(rows: readonly NamedAcross[], { words }: AcrossFrame): Report | null {
  const t = words.reports
  const shown = rows.flatMap(({ name, time: spread }) => (spread ? [{ name, ...spread }] : []))
  const [first] = shown
  if (!first) return null
  const best = shown.reduce((a, b) => (b.median < a.median ? b : a), first)
  const most = Math.max(1, ...shown.map(({ upper }) => upper))
  const sentence = t.manageTime(best.name, best.median)
  return {
    sentence,
    help: t.timeHelp,
    picture: barChart(
      sentence,
      shown.map(({ name, median }) => ({
        label: name,
        text: t.upTo(median),
        parts: [median / most],
      })),
      upTo(t.count.days(most)),
    ),
    columns: [
      t.columns.programme,
      t.columns.people,
      t.columns.lower,
      t.columns.median,
      t.columns.upper,
    ],
    rows: rows.map(({ name, time: spread }) =>
      spread
        ? [name, spread.n, spread.lower, spread.median, spread.upper]
        : [name, null, null, null, null],
    ),
  }
}

function confidence(rows: readonly NamedAcross[], { words, locale }: AcrossFrame): Report | null {
  const t = words.reports
  const shown = rows.flatMap(({ name, confidence: one }) => (one ? [{ name, ...one }] : []))
  const [first] = shown
  if (!first) return null
  const best = shown.reduce((a, b) => (b.mean > a.mean ? b : a), first)
  const sentence = t.manageConfidence(best.name, intervalTexts(best, locale)[0])
  return {
    sentence,
    help: t.confidenceHelp,
    picture: intervalChart(
      sentence,
      shown.map((one) => ({
        ...one,
        label: one.name,
        text: t.confidenceText(one.n, ...intervalTexts(one, locale)),
      })),
      [-10, 10],
      { axis: [t.less(10), t.more(10)], key: [t.confidenceKey] },
    ),
    columns: [t.columns.programme, t.columns.n, t.columns.change, t.columns.low, t.columns.high],
    rows: rows.map(({ name, confidence: one }) => [
      name,
      one?.n ?? null,
      rounded(one?.mean ?? null),
      rounded(one?.low ?? null),
      rounded(one?.high ?? null),
    ]),
    decimalsFrom: 2,
  }
}
