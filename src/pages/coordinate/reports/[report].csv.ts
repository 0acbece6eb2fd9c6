/** The table of a report as a file, for coordinators of the programme. */
import type { APIRoute } from 'astro'
import { REPORTS } from '#domain/reports/names.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { notFound } from '#web/answers.ts'
import { reportFile, requireReport } from '#web/reports/wish.ts'

export const GET: APIRoute = async (context) => {
  const name = REPORTS.find((one) => one === context.params['report'])
  const asked = await requireReport(context, name)
  if (asked instanceof Response) return asked
  if (!name) return notFound()
  const { desk, report } = asked
  await noteSeen(desk.person.id, 'report-export', '', desk.programme, context.locals.now)
  return reportFile(context, `${name}-${desk.programme}`, report)
}
