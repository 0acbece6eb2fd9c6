import { findPlaced } from '#db/packages.ts'
import type { PackageWithResults } from '#domain/packages/seen.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { isImportOn } from '#server/packages/may-import.ts'

export interface ShownPlaced {
  /** Whether its content can be opened. */
  readonly isOn: boolean
  readonly used: PackageWithResults
}

/** A package that is placed in a programme where the person is a trainee, or null. */
export async function showPlaced(by: Person, id: string | undefined): Promise<ShownPlaced | null> {
  const used = await findPlaced(id ?? '', programmesAs(by, 'trainee'), by.id)
  return used && { isOn: isImportOn(), used }
}
