/** The table of a report as a file, for coordinators of the programme. */
import type { APIRoute } from 'astro'
import { notFound } from '#web/answers.ts'
import { loadReport } from '#web/reports/load-report.ts'
import { REPORTS } from '#web/reports/report.ts'
import { reportFile, requireReport } from '#web/reports/wish.ts'
import { noteSeen } from '#server/access/note-seen.ts'

export const GET: APIRoute = async (context) => {
  const asked = await requireReport(context)
  if (asked instanceof Response) return asked
  const name = REPORTS.find((one) => one === context.params['report'])
  if (!name) return notFound()
  const { desk, wish, frame } = asked
  const report = await loadReport(name, wish, frame)
  await noteSeen(desk.person.id, 'report-export', '', desk.programme, frame.now)
  return reportFile(context, `${name}-${desk.programme}`, report)
}
