/** An uploaded list, by whoever may bring it in. */
import { read } from '#db/client.ts'
import { importQuery, type ImportRow } from '#db/imports.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayInvite } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'

/** Of a programme that they coordinate. */
export async function findImport(by: Person, id: string): Promise<ImportRow | null> {
  const programmes = programmesAs(by, 'coordinator')
  const row = isUuid(id) ? await read(importQuery(id, programmes)) : null
  return row && mayInvite(by, 'trainee', row.programme) ? row : null
}
