/** People of a programme as a table for spreadsheets. */
import type { APIContext } from 'astro'
import type { ChosenPerson } from '#db/roles.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { tableFile } from '#server/files/csv.ts'

export async function peopleFile(
  { locals }: APIContext,
  programme: string,
  rows: readonly ChosenPerson[],
): Promise<Response> {
  const { words, display } = locals
  const t = words.people.together.csv
  const zone = timeZoneOf(programme)
  const { body, type, extension } = await tableFile(
    display.table,
    [t.name, t.role, t.cohort, t.email, t.phone, t.since, t.left],
    rows.map((row) => [
      row.name,
      words.account.roles[row.role],
      row.cohortName ?? '',
      row.email,
      row.phone,
      dayAt(row.since, zone),
      row.archivedAt === null ? '' : dayAt(row.archivedAt, zone),
    ]),
  )
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="people-${programme}.${extension}"`,
    },
  })
}
