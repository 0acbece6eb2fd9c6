/** The administrator's reports: programme by programme, never of a group of fewer than five people. */
import { together } from '#db/client.ts'
import { confidenceQuery, daysToReadyQuery, furthestQuery } from '#db/reports.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { acrossRow, type AcrossRow } from '#domain/reports/across.ts'
import { ACROSS, type AcrossName } from '#domain/reports/names.ts'
import { yearOf } from '#domain/reports/period.ts'
import { loadProgrammes } from '#server/course/load-course.ts'

export interface NamedAcross extends AcrossRow {
  readonly name: string
}

export interface AcrossPage {
  readonly reports: readonly AcrossName[]
  readonly report: AcrossName
  /** This year and the four before it. */
  readonly years: readonly number[]
  readonly year: number
  /** A row for each programme. */
  readonly rows: readonly NamedAcross[]
}

/** As it stands in the address; null for what is not said. */
export interface AcrossAsked {
  readonly report: string | null
  readonly year: string | null
  readonly language: Language
}

/** What nobody offered is the first one. */
export async function showAcross(
  by: Person,
  asked: AcrossAsked,
  now: number,
): Promise<AcrossPage | null> {
  if (!mayAdminister(by)) return null
  const { language } = asked
  const years = yearsAt(now)
  const year = years.find((one) => String(one) === asked.year) ?? years[0] ?? 0
  const programmes = loadProgrammes(language)
  const wish = {
    of: programmes.map(({ slug, timeZone }) => ({ programme: slug, ...yearOf(year, timeZone) })),
    cohort: '',
  }
  const { furthest, days, sums } = await together({
    furthest: furthestQuery(wish),
    days: daysToReadyQuery(wish),
    sums: confidenceQuery(wish),
  })
  const rows = programmes.map(({ slug, name }) => ({
    name,
    ...acrossRow(
      slug,
      furthest.get(slug) ?? new Map<number, number>(),
      days.get(slug) ?? [],
      sums.find((one) => one.programme === slug && one.competency === '') ?? null,
    ),
  }))
  const report = ACROSS.find((one) => one === asked.report) ?? 'funnel'
  return { reports: ACROSS, report, years, year, rows }
}

const yearsAt = (now: number): number[] => {
  const year = new Date(now).getUTCFullYear()
  return Array.from({ length: 5 }, (_, index) => year - index)
}
