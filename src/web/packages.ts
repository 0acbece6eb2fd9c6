/** What the pages about packages of others share. */
import type { APIContext } from 'astro'
import { findPackage, type PackageInUse } from '#db/packages.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Part } from '#domain/packages/part.ts'
import { isAdministrator, type Person } from '#domain/people/person.ts'
import { contentOf } from '#server/packages/import-package.ts'
import { importProgrammes } from '#server/packages/may-import.ts'
import { notFound } from './answers.ts'
import { requirePerson } from './enter.ts'

export interface Importer {
  readonly person: Person
  /** Where this person may import. */
  readonly programmes: readonly string[]
  readonly isAdministrator: boolean
}

/** Administrators and coordinators; for others the page is not there. */
export function requireImporter(context: APIContext): Importer | Response {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const programmes = importProgrammes(person)
  return programmes.length
    ? { person, programmes, isAdministrator: isAdministrator(person) }
    : notFound()
}

export interface PackagePage extends Importer {
  readonly used: PackageInUse
}

/** A package of one of the person's programmes; foreign and absent ids answer alike (R15). */
export async function requirePackage(context: APIContext): Promise<PackagePage | Response> {
  const importer = requireImporter(context)
  if (importer instanceof Response) return importer
  const id = context.params['id']
  const used = isUuid(id) ? await findPackage(id, importer.programmes) : null
  return used ? { ...importer, used } : notFound()
}

/** The part that `[part]` counts from 1, or null. */
export function partAt(used: PackageInUse, number: string | undefined): Part | null {
  if (!/^[1-9]\d{0,2}$/.test(number ?? '')) return null
  return contentOf(used.version).items[Number(number) - 1] ?? null
}

/** As it was placed, else as the package calls itself. */
export const titleOfPackage = ({ row, version }: PackageInUse, language: 'en' | 'es'): string =>
  (language === 'es' ? row.titleEs : row.titleEn) || contentOf(version).title || version.fileName

export const nameOfPart = ({ title, identifier }: Part): string => title || identifier
