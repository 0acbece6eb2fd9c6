/** A list of people that was uploaded, for tests of the pages. */
import type { Person } from '#domain/people/person.ts'
import { findImport } from '#server/people/find-import.ts'
import { sayOfImport } from '#server/people/say-of-import.ts'
import { startImport } from '#server/people/start-import.ts'

/** A list of one, whose columns were said. */
export async function uploadList(by: Person, id: string, now: number): Promise<void> {
  const bytes = new TextEncoder().encode('Name\nInés Canary')
  await startImport(by, { id, programme: 'kidney', bytes, language: 'es' }, now)
  const row = await findImport(by, id)
  if (!row) throw new Error('the list was not uploaded')
  await sayOfImport(by, row, { columns: { headings: true, columns: ['name'] } })
}
