import { findPackageExport, listPackageExports, type PackageExport } from '#db/package-exports.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { ExportChoices } from '#domain/packages/export-choices.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import type { Built } from '#scorm/build/built.ts'
import { bytesOf, estimate } from '#scorm/build/estimate.ts'
import type { ExportWish, Made } from '#scorm/build/export.ts'
import { loadBuilt } from '#server/packages/load-built.ts'
import { hasMovedOn, packageAgain, wishOf } from '#server/packages/make-export.ts'

export interface ShownExport {
  readonly id: string
  readonly programme: string
  readonly wish: ExportWish
  readonly packages: PackageExport['packages']
  readonly release: string
  readonly madeAt: number
  readonly madeByName: string
  /** Making it again would make something else. */
  readonly movedOn: boolean
}

export interface ShownExports {
  readonly choices: ExportChoices
  /** Newest first. */
  readonly exports: readonly ShownExport[]
  readonly total: number
  /** Exports on a page. */
  readonly size: number
}

const SIZE = 20

/** The form that makes packages, and a page of what was made. Null for who is no administrator. @param page from 1 */
export async function showExports(
  by: Person,
  language: Language,
  page: number,
): Promise<ShownExports | null> {
  if (!mayAdminister(by)) return null
  const built = loadBuilt()
  const { rows, total } = await listPackageExports(page, SIZE)
  return {
    choices: {
      programmes: built.programmes[language],
      bytes: {
        en: estimate(built, ['en'], '2004'),
        es: estimate(built, ['es'], '2004'),
        both: estimate(built, LANGUAGES, '2004'),
      },
      mediaBytes: bytesOf(built.media),
    },
    exports: rows.map((row) => shown(row, built)),
    total,
    size: SIZE,
  }
}

/** One export, and whether the programme's contacts are still examples. Null for who is no administrator. */
export async function showExport(
  by: Person,
  id: string | undefined,
): Promise<(ShownExport & { readonly isExample: boolean }) | null> {
  const row = mayAdminister(by) && isUuid(id) ? await findPackageExport(id) : null
  if (!row) return null
  const built = loadBuilt()
  const programme = built.programmes.en.find(({ slug }) => slug === row.programme)
  return { ...shown(row, built), isExample: !!programme && exampleFields(programme).length > 0 }
}

const shown = (row: PackageExport, built: Built): ShownExport => ({
  id: row.id,
  programme: row.programme,
  wish: wishOf(row),
  packages: row.packages,
  release: row.release,
  madeAt: row.madeAt,
  madeByName: row.madeByName,
  movedOn: hasMovedOn(row, built),
})

/** The latest one, since its files are asked for one after the other. */
let latest: { readonly key: string; readonly made: Made } | undefined

/**
 * A package of an export, made again. Null for who is no administrator, and where the course has moved on: what was
 * made then cannot be made any more.
 */
export async function showMade(
  by: Person,
  id: string | undefined,
  name: string,
): Promise<Made | null> {
  const row = mayAdminister(by) && isUuid(id) ? await findPackageExport(id) : null
  if (!row) return null
  const built = loadBuilt()
  const releases = Object.values(built.courses).map(({ release }) => release)
  const key = [row.id, name, ...releases].join(' ')
  if (latest?.key !== key) {
    const made = packageAgain(row, name, built)
    if (!made) return null
    latest = { key, made }
  }
  return latest.made
}
