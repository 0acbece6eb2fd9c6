/** What a report is asked about, from the query string: programme, cohort, period. */
import type { APIContext } from 'astro'
import { listCohorts, type CohortRow } from '#db/cohorts.ts'
import type { ReportWish } from '#db/reports.ts'
import { readPeriod, type Period, type PeriodProblem } from '#domain/reports/period.ts'
import { timeZoneOf } from '#server/running/clock.ts'
import { tableFile } from '#server/running/csv.ts'
import { loadCompetencies, loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { requireDesk, type Desk } from '#web/desk.ts'
import type { Report, ReportFrame } from './report.ts'

export interface AskedReport {
  readonly desk: Desk
  readonly wish: ReportWish
  readonly period: Period
  readonly cohorts: readonly CohortRow[]
  readonly problems: readonly PeriodProblem[]
  /** As typed, at most ten letters. */
  readonly from: string
  readonly to: string
  readonly frame: ReportFrame
}

export async function requireReport(context: APIContext): Promise<AskedReport | Response> {
  const desk = requireDesk(context)
  if (desk instanceof Response) return desk
  const query = context.url.searchParams
  const cohorts = await listCohorts([desk.programme])
  const cohort = cohorts.find(({ id }) => id === query.get('cohort'))?.id ?? ''
  const typed = (name: string): string => (query.get(name) ?? '').trim().slice(0, 10)
  const [from, to] = [typed('from'), typed('to')]
  const { programme } = desk
  const { period, problems } = readPeriod(from, to, timeZoneOf(programme))
  return {
    desk,
    wish: { of: [{ programme, ...period }], cohort },
    period,
    cohorts,
    problems,
    from,
    to,
    frame: reportFrame(context, programme),
  }
}

export function reportFrame({ locals }: APIContext, programme: string): ReportFrame {
  const { words, language, locale, now } = locals
  const course = loadCourse(language, loadProgramme(programme, language))
  return { words, language, locale, course, competencies: loadCompetencies(language), now }
}

/** The table of a report, as the person likes to get tables. @param name of the file */
export async function reportFile(
  { locals }: APIContext,
  name: string,
  report: Report | null,
): Promise<Response> {
  const file = await tableFile(locals.display.table, report?.columns ?? [], report?.rows ?? [])
  return new Response(file.body, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${name}.${file.extension}"`,
      'cache-control': 'no-store',
    },
  })
}
