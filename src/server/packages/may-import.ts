/** Who brings packages of others in, and where. */
import { findPackage, type PackageInUse } from '#db/packages.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Person } from '#domain/people/person.ts'
import { isAdministrator, programmesAs } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { loadProgrammes } from '#server/course/load-course.ts'

/** Administrators everywhere, coordinators in their own programmes. */
export const importProgrammes = (person: Person): string[] =>
  isAdministrator(person)
    ? loadProgrammes('en').map(({ slug }) => slug)
    : programmesAs(person, 'coordinator')

/** Whether packages of others have a host of their own. */
export const isImportOn = (): boolean => settings().contentOrigin !== null

/** Without a host of its own for them nothing is imported (R25). */
export const mayImport = (person: Person | null): person is Person =>
  person !== null && isImportOn() && importProgrammes(person).length > 0

/** Null where there is no such package, or it is none of theirs. @param id as an address has it */
export const findOwnPackage = async (
  by: Person,
  id: string | undefined,
): Promise<PackageInUse | null> => (isUuid(id) ? findPackage(id, importProgrammes(by)) : null)
