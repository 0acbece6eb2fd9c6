/** Who brings packages of others in, and where. */
import type { Person } from '#domain/people/person.ts'
import { isAdministrator, programmesAs } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { loadProgrammes } from '#server/course/load-course.ts'

/** Administrators everywhere, coordinators in their own programmes. */
export const importProgrammes = (person: Person): string[] =>
  isAdministrator(person)
    ? loadProgrammes('en').map(({ slug }) => slug)
    : programmesAs(person, 'coordinator')

/** Without a host of its own for them nothing is imported (R25). */
export const mayImport = (person: Person | null): person is Person =>
  person !== null && settings().contentOrigin !== null && importProgrammes(person).length > 0
