import { listPackages } from '#db/packages.ts'
import type { SeenPackage } from '#domain/packages/seen.ts'
import { isAdministrator, type Person } from '#domain/people/person.ts'
import { importProgrammes, isImportOn } from '#server/packages/may-import.ts'

export interface ShownPackages {
  /** Whether packages can be imported at all. */
  readonly isOn: boolean
  readonly byAdministrator: boolean
  /** By programme and order; archived ones last. */
  readonly packages: readonly SeenPackage[]
}

/** The packages of a person's programmes; null for who may not import any. */
export async function showPackages(by: Person): Promise<ShownPackages | null> {
  const programmes = importProgrammes(by)
  if (programmes.length === 0) return null
  return {
    isOn: isImportOn(),
    byAdministrator: isAdministrator(by),
    packages: await listPackages(programmes),
  }
}

export interface ShownImport {
  readonly isOn: boolean
  /** Slugs of the programmes into which this person may import. */
  readonly programmes: readonly string[]
}

/** The form that imports; null for who may not. */
export function showImport(by: Person): ShownImport | null {
  const programmes = importProgrammes(by)
  return programmes.length ? { isOn: isImportOn(), programmes } : null
}
