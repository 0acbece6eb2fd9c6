/** What somebody says by hand about an uploaded list; and that it is thrown away. */
import { GuardFailed, write } from '#db/client.ts'
import { deleteImport, guardNotBegun, updateImportSettings, type ImportRow } from '#db/imports.ts'
import { mayInvite, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { ImportSettings } from '#domain/people/import-settings.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type SaidOfImport = NotAllowed | { readonly kind: 'saved' | 'begun' }

/** @param said what is new; the rest stays */
export async function sayOfImport(
  by: Person,
  { id, programme, settings }: ImportRow,
  said: Partial<ImportSettings>,
): Promise<SaidOfImport> {
  if (!mayInvite(by, 'trainee', programme)) return NOT_ALLOWED
  const decisions = { ...settings.decisions, ...said.decisions }
  return unlessBegun([
    guardNotBegun(id),
    updateImportSettings(id, { ...settings, ...said, decisions }),
  ])
}

/** Nothing of it is left but that it was uploaded and thrown away. */
export async function throwImportAway(
  by: Person,
  { id, programme }: ImportRow,
  now: number,
): Promise<SaidOfImport> {
  if (!mayInvite(by, 'trainee', programme)) return NOT_ALLOWED
  return unlessBegun([
    guardNotBegun(id),
    ...deleteImport(id),
    audited(now, by.id, 'import-thrown-away', id, programme),
  ])
}

async function unlessBegun(queries: Parameters<typeof write>[0]): Promise<SaidOfImport> {
  try {
    await write(queries)
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'begun' }
    throw error
  }
  return { kind: 'saved' }
}
