/** The lines of a list that are left out, each with every reason, to be mended in a spreadsheet. */
import type { APIRoute } from 'astro'
import { toCsv } from '#server/files/csv.ts'
import { showImport } from '#server/show/coordinate/import.ts'
import { notFound } from '#web/answers.ts'
import { requireDesk } from '#web/desk.ts'
import { faultInWords } from '#web/import-words.ts'

export const GET: APIRoute = async (context) => {
  const desk = requireDesk(context)
  if (desk instanceof Response) return desk
  const { words, now } = context.locals
  const shown = await showImport(desk.person, context.params['id'] ?? '', now)
  const stage = shown?.stage
  if (stage?.kind !== 'checked' && stage?.kind !== 'done') return notFound()
  const leftOut = stage.leftOut ?? []
  const headings = stage.kind === 'checked' ? stage.checked.headings : []
  const width = Math.max(0, ...leftOut.map(({ cells }) => cells.length))
  const t = words.imports
  const columns = Array.from({ length: width }, (_, at) => headings[at] || t.columns.column(at + 1))
  const rows = leftOut.map(({ line, cells, why }) => [
    line,
    why.map((fault) => faultInWords(fault, headings, words)).join('; '),
    ...cells,
  ])
  return new Response(toCsv([t.csv.line, t.csv.why, ...columns], rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="left-out.csv"',
    },
  })
}
