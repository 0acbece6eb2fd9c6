/** What the build left for packages: `course` and `player`, the control documents, the clips. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { codeFolder } from '#builds.mjs'
import type { Language } from '#domain/course/language.ts'
import type { Course } from '#domain/course/course.ts'
import type { Standard } from '#domain/packages/packed.ts'
import { VARIETIES, varietyOf, type Variety } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Files } from './zip.ts'

export interface Built {
  readonly courses: Readonly<Record<Variety, Course>>
  readonly programmes: Readonly<Record<Language, readonly Programme[]>>
  readonly player: Files
  /** Clips, their pictures and captions. */
  readonly media: Files
}

/** The course in the English of the programme's country, without what is for those who teach it, and without decision cards. */
export function courseIn({ courses, programmes }: Built, language: Language, slug: string): Course {
  const programme = programmes[language].find((one) => one.slug === slug)
  const { cards: _, ...course } = courses[programme ? varietyOf(language, programme) : language]
  return { ...course, teaching: [] }
}

/** Null where the build has not run. @param folder of the build (builds.mjs) */
export function readBuilt(folder: string): Built | null {
  const course = (name: string): string => path.join(folder, 'course', `${name}.json`)
  const player = path.join(folder, 'player')
  const needed = [...[...VARIETIES, 'programmes'].map(course), path.join(player, 'player.js')]
  if (!needed.every((file) => existsSync(file))) return null
  const read = <T>(name: string): T => JSON.parse(readFileSync(course(name), 'utf8')) as T
  return {
    courses: { en: read<Course>('en'), 'en-GB': read<Course>('en-GB'), es: read<Course>('es') },
    programmes: read('programmes'),
    player: readFolder(player),
    media: readFolder(path.join(folder, 'client', 'media')),
  }
}

/** Not found from this file: bundled for the server, it lies elsewhere. */
const schemas = (): string => path.join(codeFolder(), 'src/scorm/schemas')
const SCHEMA_FOLDERS: Record<Standard, string> = { '1.2': '1.2', '2004': '2004-4th' }

/** The control documents, as they lie at the root of a package. */
export const schemasOf = (standard: Standard): Files =>
  readFolder(path.join(schemas(), SCHEMA_FOLDERS[standard]))

function readFolder(folder: string): Files {
  if (!existsSync(folder)) return new Map()
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
