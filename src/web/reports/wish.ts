/** What a report is asked about, from the query string, and how it is said. */
import type { APIContext } from 'astro'
import { loadCompetencies } from '#server/course/load-course.ts'
import { showReport, type ReportPage } from '#server/show/coordinate/report.ts'
import { tableFile } from '#server/files/csv.ts'
import { notFound } from '#web/answers.ts'
import { requireDesk, type Desk } from '#web/desk.ts'
import { drawReport } from './draw-report.ts'
import type { Report } from './report.ts'

export interface AskedReport {
  readonly desk: Desk
  readonly shown: ReportPage
  /** Null where there is nothing to show. */
  readonly report: Report | null
}

/** @param name of the report; null for the one in the address */
export async function requireReport(
  context: APIContext,
  name: string | null = null,
): Promise<AskedReport | Response> {
  const desk = requireDesk(context)
  if (desk instanceof Response) return desk
  const { words, locale, language, now } = context.locals
  const query = context.url.searchParams
  const { person, programme } = desk
  const asked = {
    programme,
    report: name ?? query.get('report'),
    cohort: query.get('cohort'),
    from: query.get('from'),
    to: query.get('to'),
    language,
  }
  const shown = await showReport(person, asked, now)
  if (!shown) return notFound()
  const competencies = loadCompetencies(language)
  const frame = { words, locale, programme, course: shown.course, competencies }
  return { desk, shown, report: drawReport(shown.found, frame) }
}

/** The table of a report, as the person likes to get tables. @param name of the file */
export async function reportFile(
  { locals }: APIContext,
  name: string,
  report: Pick<Report, 'columns' | 'rows'> | null,
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
