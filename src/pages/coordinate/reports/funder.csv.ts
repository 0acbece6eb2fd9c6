/** The numbers of the sheet for a funder as a file: the same cells, and nothing that the sheet does not show. */
import type { APIRoute } from 'astro'
import { noteSeen } from '#server/access/note-seen.ts'
import { showFunder } from '#server/show/coordinate/funder.ts'
import { notFound } from '#web/answers.ts'
import { requireDesk } from '#web/desk.ts'
import { funderSections, funderTable } from '#web/reports/funder.ts'
import { reportFile } from '#web/reports/wish.ts'

export const GET: APIRoute = async (context) => {
  const desk = requireDesk(context)
  if (desk instanceof Response) return desk
  const { words, locale, language, now } = context.locals
  const { programme, person } = desk
  const query = context.url.searchParams
  const asked = { programme, from: query.get('from'), to: query.get('to'), language }
  const shown = await showFunder(person, asked, now)
  if (!shown) return notFound()
  await noteSeen(person.id, 'report-export', '', programme, now)
  const { columns, rows } = funderTable(funderSections(shown.numbers, words, locale), words.reports)
  return reportFile(context, `report-${programme}-${shown.from}-${shown.to}`, { columns, rows })
}
