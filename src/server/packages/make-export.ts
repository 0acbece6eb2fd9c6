/** Makes SCORM packages and writes down what was made; the same is made again for each download. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { json, write } from '#db/client.ts'
import { insertPackageExport, type PackageExport } from '#db/package-exports.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { INTERACTIONS } from '#domain/packages/export-choices.ts'
import { STANDARDS } from '#domain/packages/packed.ts'
import { PRESETS } from '#domain/packages/presets.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { courseIn, type Built } from '#scorm/build/built.ts'
import { bytesOf } from '#scorm/build/estimate.ts'
import { aroundCourse, exportPackages, type ExportWish, type Made } from '#scorm/build/export.ts'
import { zipOf, zipParts } from '#scorm/build/zip.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'

export type MadeExport =
  | { readonly kind: 'made'; readonly id: string }
  /** In production, while a contact of the programme is an example. */
  | { readonly kind: 'example' }
  | { readonly kind: 'faulty'; readonly problems: readonly string[] }
  | NotAllowed

export async function makeExport(
  by: Person,
  wish: ExportWish,
  built: Built,
  now: number,
): Promise<MadeExport> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  const programme = built.programmes.en.find(({ slug }) => slug === wish.programme)
  if (settings().production && programme && exampleFields(programme).length)
    return { kind: 'example' }
  const exported = exportPackages(built, wish)
  if (exported.kind !== 'made')
    return {
      kind: 'faulty',
      problems: exported.kind === 'faulty' ? exported.problems : exported.slugs,
    }
  const id = newId(now)
  await write([
    insertPackageExport({
      id,
      programme: wish.programme,
      wish: JSON.stringify(wish),
      stamp: stampOf(wish, built),
      release: exported.packages[0]?.packed.release ?? '',
      packages: exported.packages.map(measured),
      madeBy: by.id,
      madeAt: now,
    }),
    audited(now, by.id, 'package-exported', id, wish.programme),
  ])
  return { kind: 'made', id }
}

function measured({ name, files, leftOut }: Made): PackageExport['packages'][number] {
  const hash = createHash('sha256')
  let bytes = 0
  for (const part of zipParts(files)) {
    hash.update(part)
    bytes += part.length
  }
  const sha256 = hash.digest('hex')
  return { name, bytes, unpacked: bytesOf(files), files: files.size, sha256, leftOut }
}

/** A newer way of packing makes other bytes of the same files. */
const SAMPLE = new Map([['sample.txt', new TextEncoder().encode('side by side, step by step')]])

/** Everything that decides the bytes of a package. */
function stampOf(wish: ExportWish, built: Built): string {
  const { languages, programme } = wish
  const hash = createHash('sha256')
  for (const language of languages) {
    hash.update(courseIn(built, language, programme).release)
    const words = built.programmes[language].find(({ slug }) => slug === programme)
    hash.update(JSON.stringify(words ?? null))
  }
  for (const files of [aroundCourse(built, wish), ...(wish.media ? [built.media] : [])])
    for (const [name, content] of files) hash.update(name).update(content)
  return hash.update(zipOf(SAMPLE)).digest('hex')
}

const wishInRow = json(
  z.object({
    programme: z.string(),
    languages: z.array(z.enum(LANGUAGES)),
    standard: z.enum(STANDARDS),
    preset: z.enum(PRESETS),
    modules: z.array(z.string()),
    packs: z.array(z.string()).default([]),
    perModule: z.boolean(),
    tries: z.number(),
    interactions: z.enum(INTERACTIONS),
    sessions: z.boolean(),
    media: z.boolean(),
  }),
)

export const wishOf = (row: Pick<PackageExport, 'wish'>): ExportWish => wishInRow.parse(row.wish)

/** True where making it again would make something else. */
export const hasMovedOn = (row: Pick<PackageExport, 'wish' | 'stamp'>, built: Built): boolean =>
  stampOf(wishOf(row), built) !== row.stamp

/** Null where the course has moved on, or no package of the export has this name. */
export function packageAgain(row: PackageExport, name: string, built: Built): Made | null {
  if (hasMovedOn(row, built)) return null
  const exported = exportPackages(built, wishOf(row))
  if (exported.kind !== 'made') return null
  return exported.packages.find((one) => one.name === name) ?? null
}
