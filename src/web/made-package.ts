/** The package that an address names, for administrators. */
import type { APIContext } from 'astro'
import { findPackageExport } from '#db/package-exports.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Made } from '#scorm/build/export.ts'
import { loadBuilt } from '#server/packages/load-built.ts'
import { packageAgain } from '#server/packages/make-export.ts'
import { notFound } from './answers.ts'
import { requireAdministrator } from './enter.ts'

/** The latest one, since its files are asked for one after the other. */
let latest: { readonly key: string; readonly made: Made } | undefined

/** 404 too where the course has moved on: what was made then cannot be made any more. */
export async function requirePackage(context: APIContext, name: string): Promise<Made | Response> {
  const person = requireAdministrator(context)
  if (person instanceof Response) return person
  const { id } = context.params
  const row = isUuid(id) ? await findPackageExport(id) : null
  if (!row) return notFound()
  const key = `${row.id} ${name} ${loadBuilt().courses.en.release}`
  if (latest?.key !== key) {
    const made = packageAgain(row, name, loadBuilt())
    if (!made) return notFound()
    latest = { key, made }
  }
  return latest.made
}
