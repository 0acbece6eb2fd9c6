/** What a device of one's own may keep, as it comes from us: the answers of /api/saved. */
import type { Course } from '#domain/course/course.ts'
import { withShared } from '#domain/course/packs.ts'
import type { Language } from '#domain/course/language.ts'
import type { Edition } from '#domain/packages/packed.ts'
import type { ItemProgress, Progress } from './progress.ts'

/** A module with its keys, its feedback and the programme's words; nothing of a person. */
export interface ModuleToSave {
  readonly language: Language
  /** Its slug. */
  readonly module: string
  /** Slug of the programme whose words are filled in. */
  readonly programme: string
  /** Of the course with these words: another one means that something may have changed. */
  readonly release: string
  /** With this module alone, and what each module needs: the glossary, the pages to print. */
  readonly course: Course
  /** All modules of the course, in their order. */
  readonly order: readonly { readonly slug: string; readonly title: string }[]
}

/** What a device is told of whoever is signed in: no name, and no word that they wrote. */
export interface PersonToSave {
  /** An opaque id. */
  readonly person: string
  /** Seals what they write: raw P-256, base64. */
  readonly publicKey: string
  readonly learnt: Progress
  /** Item of the latest place in the course. */
  readonly lastItem: string | null
  /** Sessions that a coordinator opened for them: these need nothing first. */
  readonly opened: readonly string[]
  readonly programme: string
  readonly language: Language
  readonly release: string
  /** Whom to call, in each language. */
  readonly help: Readonly<Record<Language, Edition['programme']>>
}

/** One module of the course by its slug; null where the course has none. What is for those who teach stays out. */
export function moduleToSave(course: Course, slug: string): Course | null {
  const modules = course.modules
    .filter((module) => module.slug === slug)
    .map((module) => withShared(course, module, []))
  if (modules.length === 0) return null
  const { packs: _, cards: __, ...alone } = course
  return { ...alone, modules, teaching: [] }
}

/** That somebody wrote is known on the device; what they wrote is not. How sure they feel, whom they met, and their decision cards, are not. */
export const learntOf = (progress: Progress): Progress =>
  Object.fromEntries(
    Object.entries(progress).flatMap(([item, done]): [string, ItemProgress][] => {
      if (
        done.kind === 'rated' ||
        done.kind === 'meetings' ||
        done.kind === 'pause' ||
        done.kind === 'cards'
      )
        return []
      return [[item, done.kind === 'written' ? { ...done, text: '', fields: {} } : done]]
    }),
  )
