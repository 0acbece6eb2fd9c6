import { together } from '#db/client.ts'
import {
  checkedPackageQuery,
  versionsQuery,
  type CheckedPackage,
  type SeenVersion,
} from '#db/packages.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Person } from '#domain/people/person.ts'
import { importProgrammes, isImportOn } from '#server/packages/may-import.ts'

export interface ShownPackage {
  readonly isOn: boolean
  readonly used: CheckedPackage
  /** Newest first. */
  readonly versions: readonly SeenVersion[]
}

/** A package of one of the person's programmes; null for every other one and for none. */
export async function showPackage(
  by: Person,
  id: string | undefined,
): Promise<ShownPackage | null> {
  if (!isUuid(id)) return null
  const { used, versions } = await together({
    used: checkedPackageQuery(id, importProgrammes(by)),
    versions: versionsQuery(id),
  })
  return used && { isOn: isImportOn(), used, versions }
}
