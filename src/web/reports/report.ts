/** A report: one sentence, one picture, one table. The page shows all three, the file holds the table. */
import type { Course } from '#domain/course/course.ts'
import type { Locale } from '#domain/programme/locale.ts'
import type { Interval } from '#domain/reports/interval.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import type { ReportName } from '#domain/reports/names.ts'
import type { Words } from '#i18n/words.ts'
import type { ReportFound } from '#server/show/coordinate/report.ts'
import type { Bar, Scale } from '#view/chart.ts'
import type { Html } from '#view/html.ts'

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

/** How a report over all programmes is said. */
export interface AcrossFrame {
  readonly words: Words
  readonly locale: Locale
}

export interface ReportFrame extends AcrossFrame {
  /** Slug of the one that the report is about. */
  readonly programme: string
  readonly course: Course
  readonly competencies: readonly Competency[]
}

/** What was counted for a report. */
export type Found<N extends ReportName> = Extract<ReportFound, { readonly name: N }>

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

export const percent = (n: number, all: number): number =>
  all === 0 ? 0 : Math.round((n / all) * 100)
export const bars = (
  entries: readonly (readonly [string, number])[],
  all: number,
  t: Words['reports'],
) =>
  entries.map(([label, n]): Bar => ({
    label,
    text: t.ofAll(n, all),
    parts: [all === 0 ? 0 : n / all],
  }))

/** The axis of a picture: from 0 to the most, with what is counted. */
export const upTo = (most: string): Scale => ({ axis: ['0', most] })

export const intervalTexts = (
  { mean, low, high }: Interval,
  locale: Locale,
): readonly [mean: string, low: string | null, high: string | null] => [
  decimal(mean, locale),
  low === null ? null : decimal(low, locale),
  high === null ? null : decimal(high, locale),
]
