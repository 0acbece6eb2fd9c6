import { fullVersion } from '#builds.mjs'
import type { Person } from '#domain/people/person.ts'

/** For the foot of a page; null for whoever runs nothing here. */
export const versionFor = (person: Pick<Person, 'roles'> | null): string | null =>
  person?.roles.some(({ role }) => role === 'administrator') ? fullVersion() : null
