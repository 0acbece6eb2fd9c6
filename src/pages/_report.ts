/** A report: one sentence, one picture, one table. The page shows all three, the file holds the table. */
import {
  countChoices,
  countDaysToReady,
  countFirstAnswers,
  countFurthest,
  countStops,
  sumConfidence,
  type ReportWish,
} from '#db/reports.ts'
import { findModule, PRINCIPLES, type Course, type Language } from '#domain/course/course.ts'
import type { Locale } from '#domain/programme/locale.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import { funnelOf, STAGES } from '#domain/reports/funnel.ts'
import { intervalOf, type Interval } from '#domain/reports/interval.ts'
import { ANSWER_KINDS, kindOf } from '#domain/reports/questions.ts'
import { DAY_GROUPS, grouped, spreadOf } from '#domain/reports/spread.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import type { Words } from '#i18n/words.ts'
import { barChart, intervalChart, type Bar } from '#view/chart.ts'
import type { Html } from '#view/html.ts'

export const REPORTS = ['funnel', 'time', 'stops', 'questions', 'practice', 'confidence'] as const
export type ReportName = (typeof REPORTS)[number]

export interface Report {
  readonly sentence: string
  readonly help: string
  /** Null where there is nothing to draw. */
  readonly picture: Html | null
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** From this column on numbers have one decimal; left out where all are whole. */
  readonly decimalsFrom?: number
}

export interface ReportFrame {
  readonly words: Words
  readonly language: Language
  readonly locale: Locale
  readonly course: Course
  readonly competencies: readonly Competency[]
  readonly now: number
}

export function loadReport(
  name: ReportName,
  wish: ReportWish,
  frame: ReportFrame,
): Promise<Report | null> {
  const LOADERS = { funnel, time, stops, questions, practice, confidence }
  return LOADERS[name](wish, frame)
}

/** One decimal, with its sign where it is a change. */
export const decimal = (value: number, { tag }: Locale, signed = true): string =>
  new Intl.NumberFormat(tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: signed ? 'exceptZero' : 'auto',
  }).format(value)
/** A number for a file: one decimal, with a point. */
export const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10

const percent = (n: number, all: number): number => (all === 0 ? 0 : Math.round((n / all) * 100))
const bars = (entries: readonly (readonly [string, number])[], all: number, t: Words['reports']) =>
  entries.map(([label, n]): Bar => ({
    label,
    text: t.ofAll(n, all),
    parts: [all === 0 ? 0 : n / all],
  }))

async function funnel(wish: ReportWish, { words, course }: ReportFrame): Promise<Report | null> {
  const t = words.reports
  const furthest = await countFurthest(wish, tallyOf(course, {}).of)
  const counts = funnelOf(furthest.get(wish.programme ?? '') ?? new Map<number, number>())
  if (counts.joined === 0) return null
  const entries = STAGES.map((stage) => [t.stages[stage], counts[stage]] as const)
  return {
    sentence: t.funnel(counts),
    help: t.funnelHelp,
    picture: barChart(t.funnel(counts), bars(entries, counts.joined, t)),
    columns: [t.columns.stage, t.columns.people, t.columns.ofJoined],
    rows: entries.map(([label, n]) => [label, n, percent(n, counts.joined)]),
  }
}

/** Names of the groups of days, the open one last. */
const dayGroups = (t: Words['reports']): string[] => [
  ...DAY_GROUPS.map((end, index) => {
    const before = DAY_GROUPS[index - 1]
    return before === undefined ? t.upTo(end) : t.fromTo(before + 1, end)
  }),
  t.over(DAY_GROUPS.at(-1) ?? 0),
]

async function time(wish: ReportWish, { words }: ReportFrame): Promise<Report | null> {
  const t = words.reports
  const counted = (await countDaysToReady(wish)).get(wish.programme ?? '') ?? []
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

async function stops(
  wish: ReportWish,
  { words, course, now }: ReportFrame,
): Promise<Report | null> {
  const t = words.reports
  const byModule = new Map<string, number>()
  for (const { item, people } of await countStops(wish, tallyOf(course, {}).of, now)) {
    const [slug = ''] = item.split('/')
    const module = findModule(course, slug)?.slug ?? (item === '' ? '' : 'elsewhere')
    byModule.set(module, (byModule.get(module) ?? 0) + people)
  }
  const named: (readonly [string, string])[] = [
    ['', t.notBegun],
    ...course.modules.map(({ slug, title }) => [slug, title] as const),
    ['elsewhere', t.elsewhere],
  ]
  const entries = named
    .map(([slug, title]) => [title, byModule.get(slug) ?? 0] as const)
    .filter(([, n]) => n > 0)
  const all = entries.reduce((sum, [, n]) => sum + n, 0)
  const most = entries.reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)
  const sentence = t.stops(all, most[0])
  return {
    sentence,
    help: t.stopsHelp,
    picture: all === 0 ? null : barChart(sentence, bars(entries, all, t)),
    columns: [t.columns.module, t.columns.people],
    rows: entries.map(([label, n]) => [label, n]),
  }
}

async function questions(wish: ReportWish, { words, course }: ReportFrame): Promise<Report | null> {
  const t = words.reports
  const known = new Map(
    course.modules.flatMap(({ quiz }) => (quiz?.questions ?? []).map(({ id, ask }) => [id, ask])),
  )
  const asked = (await countFirstAnswers(wish)).filter(({ item }) => known.has(item))
  if (asked.length === 0) return null
  const counts = new Map(ANSWER_KINDS.map((kind) => [kind, 0]))
  for (const one of asked) counts.set(kindOf(one), (counts.get(kindOf(one)) ?? 0) + 1)
  const of = (kind: (typeof ANSWER_KINDS)[number]): number => counts.get(kind) ?? 0
  const sentence = t.questions(
    asked.length - of('too-few'),
    of('nearly-everybody'),
    of('nearly-nobody'),
  )
  const rank = (kind: (typeof ANSWER_KINDS)[number]): number =>
    ['nearly-nobody', 'nearly-everybody', 'between', 'too-few'].indexOf(kind)
  return {
    sentence,
    help: t.questionsHelp,
    picture: barChart(
      sentence,
      bars(
        ANSWER_KINDS.map((kind) => [t.kinds[kind], of(kind)] as const),
        asked.length,
        t,
      ),
    ),
    columns: [t.columns.question, t.columns.answered, t.columns.right, t.columns.verdict],
    rows: [...asked]
      .sort((a, b) => rank(kindOf(a)) - rank(kindOf(b)) || a.right / a.people - b.right / b.people)
      .map((one) => [known.get(one.item) ?? '', one.people, one.right, t.kinds[kindOf(one)]]),
  }
}

async function practice(wish: ReportWish, { words }: ReportFrame): Promise<Report | null> {
  const t = words.reports
  const chosen = await countChoices(wish)
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
    help: `${t.practiceHelp} ${t.legend}`,
    picture: barChart(
      `${sentence} ${t.legend}`,
      rows.map((row) => ({
        label: row.name,
        text: t.practiceText(row.kept, row.missed, row.crossed),
        parts: [row.kept / row.all, row.missed / row.all, row.crossed / row.all],
      })),
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

export const intervalTexts = (
  { mean, low, high }: Interval,
  locale: Locale,
): readonly [mean: string, low: string | null, high: string | null] => [
  decimal(mean, locale),
  low === null ? null : decimal(low, locale),
  high === null ? null : decimal(high, locale),
]

async function confidence(
  wish: ReportWish,
  { words, locale, competencies }: ReportFrame,
): Promise<Report | null> {
  const t = words.reports
  const sums = await sumConfidence(wish)
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
      Math.min(-1, Math.floor(Math.max(-10, Math.min(...ends)))),
      Math.max(1, Math.ceil(Math.min(10, Math.max(...ends)))),
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
