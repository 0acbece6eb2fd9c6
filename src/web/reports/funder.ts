/** The sheet for a funder: its sections, their picture and their table file, all of the same numbers. */
import type { Locale } from '#domain/programme/locale.ts'
import type { FunderNumbers } from '#domain/reports/funder.ts'
import { STAGES } from '#domain/reports/funnel.ts'
import type { Words } from '#i18n/words.ts'
import { barChart } from '#view/chart.ts'
import type { Html } from '#view/html.ts'
import { bars, upTo } from './report.ts'

export interface FunderSection {
  readonly title: string
  readonly rows: readonly {
    readonly label: string
    /** Null for what is not shown. */
    readonly n: number | null
    readonly text: string
  }[]
  /** Null where nothing may be drawn. */
  readonly picture: Html | null
}

export function funderSections(
  n: FunderNumbers,
  words: Pick<Words, 'reports' | 'pairing'>,
  locale: Pick<Locale, 'tag'>,
): readonly FunderSection[] {
  const t = words.reports
  const f = t.funder
  const row = (
    label: string,
    number: number | null,
    say = (of: number) => of.toLocaleString(locale.tag),
  ) => ({ label, n: number, text: number === null ? t.hidden : say(number) })
  return [
    {
      title: f.people,
      rows: [
        ...STAGES.map((stage, index) => row(t.stages[stage], n.stages[index] ?? null)),
        row(f.readyToday, n.readyToday),
      ],
      picture: stagesDrawn(n, t),
    },
    {
      title: f.pairings,
      rows: [
        row(f.requests, n.requests),
        row(f.begun, n.begun),
        row(f.waited, n.waited, t.count.days),
        row(f.meetings, n.meetings),
        row(f.hours, n.hours),
      ],
      picture: null,
    },
    {
      title: f.endings,
      rows: [
        ...n.ended.shown.map(({ key, n: ended }) => row(words.pairing.desk.ends[key], ended)),
        ...(n.ended.rest > 0 ? [row(f.rest, n.ended.rest)] : []),
        row(f.all, n.ended.all),
      ],
      picture: endingsDrawn(n, words),
    },
    {
      title: f.support,
      rows: [
        row(f.sessions, n.sessions),
        row(f.came, n.came),
        row(f.reviews, n.reviews),
        row(f.reviewed, n.reviewed),
      ],
      picture: null,
    },
  ]
}

/** A stage that is not shown has no bar; one bar alone says nothing. */
function stagesDrawn({ stages }: FunderNumbers, t: Words['reports']): Html | null {
  const joined = stages[0] ?? null
  if (!joined) return null
  const shown = STAGES.flatMap((stage, index) => {
    const n = stages[index] ?? null
    return n === null ? [] : [[t.stages[stage], n] as const]
  })
  if (shown.length < 2) return null
  const key = [t.funder.keyStages]
  return barChart(t.funder.people, bars(shown, joined, t), { ...upTo(t.people(joined)), key })
}

function endingsDrawn({ ended }: FunderNumbers, words: Pick<Words, 'reports' | 'pairing'>) {
  const { reports: t, pairing } = words
  if (!ended.all) return null
  const shown = [
    ...ended.shown.map(({ key, n }) => [pairing.desk.ends[key], n] as const),
    ...(ended.rest > 0 ? [[t.funder.rest, ended.rest] as const] : []),
  ]
  if (shown.length < 2) return null
  const scale = { ...upTo(t.count.pairings(ended.all)), key: [t.funder.keyEndings] }
  return barChart(t.funder.endings, bars(shown, ended.all, t), scale)
}

/** The same cells as a table file; what is not shown is a dash there, too. */
export const funderTable = (
  sections: readonly FunderSection[],
  t: Words['reports'],
): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
} => ({
  columns: t.funder.columns,
  rows: sections.flatMap(({ title, rows }) =>
    rows.map(({ label, n }) => [title, label, n ?? t.hidden]),
  ),
})
