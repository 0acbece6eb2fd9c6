/** Lists of people with their history that were brought in, or wait to be. */
import { read } from '#db/client.ts'
import { importsQuery, type ImportRow } from '#db/imports.ts'
import { mayInvite } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

/** Newest first; null where they are not theirs to see. */
export const showImports = async (
  by: Person,
  programme: string,
): Promise<readonly ImportRow[] | null> =>
  mayInvite(by, 'trainee', programme) ? read(importsQuery(programme)) : null
