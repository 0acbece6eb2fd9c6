/** The table over all programmes as a file, with the same gaps as on the page. */
import type { APIRoute } from 'astro'
import { noteSeen } from '#server/access/note-seen.ts'
import { showAcross } from '#server/show/manage/across.ts'
import { notFound } from '#web/answers.ts'
import { requireAdministrator } from '#web/enter.ts'
import { drawAcross } from '#web/reports/draw-across.ts'
import { reportFile } from '#web/reports/wish.ts'

export const GET: APIRoute = async (context) => {
  const person = requireAdministrator(context)
  if (person instanceof Response) return person
  const { language, now } = context.locals
  const asked = {
    report: context.params['report'] ?? null,
    year: context.url.searchParams.get('year'),
    language,
  }
  const shown = await showAcross(person, asked, now)
  const isThere =
    shown?.report === asked.report && (asked.year === null || String(shown?.year) === asked.year)
  if (!shown || !isThere) return notFound()
  await noteSeen(person.id, 'report-export', '', '', now)
  const { report, year, rows } = shown
  return reportFile(context, `${report}-${year}`, drawAcross(report, rows, context.locals))
}
