/** From the built course and player to one archive. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { LANGUAGES, type Course, type Language } from '#domain/course/course.ts'
import type { Packed, Standard } from '#domain/course/packed.ts'
import { keyClashes } from '#domain/course/short-keys.ts'
import { fillCourse } from '#domain/programme/fill-words.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { packageOf } from './package.ts'
import { selectModules } from './select-modules.ts'
import { verify } from './verify.ts'
import { zipOf, type Files } from './zip.ts'

/** What the build left: `dist/course` and `dist/player`. */
export interface Built {
  readonly courses: Readonly<Record<Language, Course>>
  readonly programmes: Readonly<Record<Language, readonly Programme[]>>
  readonly player: Files
}

/** Null where the build has not run. @param folder `dist` */
export function readBuilt(folder: string): Built | null {
  const course = (name: string): string => path.join(folder, 'course', `${name}.json`)
  const player = path.join(folder, 'player')
  const needed = [...[...LANGUAGES, 'programmes'].map(course), path.join(player, 'player.js')]
  if (!needed.every((file) => existsSync(file))) return null
  const read = <T>(name: string): T => JSON.parse(readFileSync(course(name), 'utf8')) as T
  return {
    courses: { en: read<Course>('en'), es: read<Course>('es') },
    programmes: read('programmes'),
    player: readFolder(player),
  }
}

const SCHEMAS = fileURLToPath(new URL('../schemas/', import.meta.url))
const SCHEMA_FOLDERS: Record<Standard, string> = { '1.2': '1.2', '2004': '2004-4th' }

/** The control documents, as they lie at the root of a package. */
export const schemasOf = (standard: Standard): Files =>
  readFolder(path.join(SCHEMAS, SCHEMA_FOLDERS[standard]))

function readFolder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        path.relative(folder, file).split(path.sep).join('/'),
        new Uint8Array(readFileSync(file)),
      ]),
  )
}

export interface ExportWish {
  /** Slugs; empty for the whole course. */
  readonly modules: readonly string[]
  readonly language: Language
  readonly programme: Programme
  readonly standard: Standard
  /** `YYYY-MM-DD` */
  readonly builtOn: string
}

export type Exported =
  | {
      readonly kind: 'made'
      readonly zip: Uint8Array
      readonly files: Files
      readonly packed: Packed
      /** Ids of practice sessions that need a module which is not in the package. */
      readonly leftOut: readonly string[]
    }
  | { readonly kind: 'unknown-modules'; readonly slugs: readonly string[] }
  | { readonly kind: 'faulty'; readonly problems: readonly string[] }

export function exportPackage(built: Built, wish: ExportWish): Exported {
  const { programme, standard, builtOn } = wish
  const selection = selectModules(built.courses[wish.language], wish.modules)
  if (selection.kind === 'unknown') return { kind: 'unknown-modules', slugs: selection.slugs }
  const clashes = keyClashes(selection.course)
  if (clashes.length)
    return {
      kind: 'faulty',
      problems: clashes.map(
        ([one, other]) => `${one} and ${other} have the same short key: rename the newer one`,
      ),
    }
  const { slug, name, organisation, contact, crisis } = programme
  const packed: Packed = {
    standard,
    builtOn,
    course: fillCourse(selection.course, programme),
    programme: { slug, name, organisation, contact, crisis },
  }
  const modules = packed.course.modules.map((module) => module.slug)
  const isWhole = modules.length === built.courses[wish.language].modules.length
  const files = packageOf({
    packed,
    modules: isWhole ? [] : modules,
    player: built.player,
    schemas: schemasOf(standard),
  })
  const problems = verify(files)
  if (problems.length) return { kind: 'faulty', problems }
  return { kind: 'made', zip: zipOf(files), files, packed, leftOut: selection.leftOut }
}
