/** The table over all programmes as a file, with the same gaps as on the page. */
import type { APIRoute } from 'astro'
import { ACROSS, loadAcross, yearsAt } from '#web/reports/load-across.ts'
import { notFound } from '#web/answers.ts'
import { requireAdministrator } from '#web/enter.ts'
import { reportFile, reportFrame } from '#web/reports/wish.ts'
import { noteSeen } from '#server/access/note-seen.ts'

export const GET: APIRoute = async (context) => {
  const person = requireAdministrator(context)
  if (person instanceof Response) return person
  const name = ACROSS.find((one) => one === context.params['report'])
  const { now } = context.locals
  const asked = context.url.searchParams.get('year')
  const year = yearsAt(now).find((one) => asked === null || String(one) === asked)
  if (!name || year === undefined) return notFound()
  const report = await loadAcross(name, year, reportFrame(context, context.locals.programme.slug))
  await noteSeen(person.id, 'report-export', '', '', now)
  return reportFile(context, `${name}-${year}`, report)
}
