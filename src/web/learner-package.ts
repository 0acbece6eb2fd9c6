/** What the learner's pages about packages share. */
import type { APIContext } from 'astro'
import {
  placedPackages,
  resultsOf,
  type PackageInUse,
  type PackageResultRow,
} from '#db/packages.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { notFound } from './answers.ts'
import { requirePerson } from './enter.ts'

export interface LearnerPackage {
  readonly person: Person
  readonly used: PackageInUse
  /** Of this package, all parts and generations. */
  readonly results: readonly PackageResultRow[]
}

/** A package that is placed in a programme where the person is a trainee. */
export async function requireLearnerPackage(
  context: APIContext,
): Promise<LearnerPackage | Response> {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const lists = await Promise.all(programmesAs(person, 'trainee').map(placedPackages))
  const used = lists.flat().find(({ row }) => row.id === context.params['id'])
  if (!used) return notFound()
  const results = await resultsOf(person.id)
  return { person, used, results: results.filter((one) => one.package === used.row.id) }
}
