import { namesOf } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { ProgrammeState } from '#domain/programme/programme.ts'
import { boxesOf } from '#programme-file/boxes.ts'
import { changedFields } from '#programme-file/changes.ts'
import { missingWords, offeredLanguages } from '#programme-file/missing.ts'
import { inLanguage } from '#programme-file/in-language.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { SPARE_CHECKS } from '#programme-file/checks-form.ts'
import { SPARE_LINES } from '#programme-file/programme-form.ts'
import { SECTIONS, type Section } from '#domain/programme/section.ts'
import { sectionOf } from '#programme-file/sections.ts'
import { fileOfProgramme, shippedFile } from '#server/course/load-course.ts'
import { sectionsToDo } from '#server/course/make-programme.ts'
import {
  listVersions,
  newestVersion,
  readVersion,
  SHIPPED,
} from '#server/course/programme-files.ts'

export interface ShownVersion {
  readonly id: string
  readonly savedAt: number
  /** Null for who is nobody any more. */
  readonly savedByName: string | null
  /** Dotted names of the fields that differ from the version before. */
  readonly changed: readonly string[]
  /** As they were called in this version. */
  readonly areas: ProgrammeFile['areas']
}

export interface ShownProgramme {
  readonly name: string
  readonly state: ProgrammeState
  /** In which something is missing, wrong or still an example. */
  readonly toDo: readonly Section[]
  /** Languages that are wanted and not offered yet, and where their words are missing. */
  readonly waiting: readonly {
    readonly language: Language
    readonly sections: readonly Section[]
  }[]
  /** Newest first. */
  readonly versions: readonly ShownVersion[]
  /** In place of a version's id: the words that came with the course; null where none did. */
  readonly shipped: typeof SHIPPED | null
  /** The version in use: hidden in each form that replaces it. */
  readonly newest: string
}

/** Versions that are listed. */
const SHOWN = 50

/** Null for who is no administrator, and where there is no such programme. */
export async function showProgramme(
  by: Person,
  slug: string,
  language: Language,
): Promise<ShownProgramme | null> {
  const current = mayAdminister(by) ? fileOfProgramme(slug) : null
  if (!current) return null
  const offered = offeredLanguages(current)
  const missing = missingWords(current)
  return {
    name: inLanguage(slug, current, language).name,
    state: current.state,
    toDo: sectionsToDo(current),
    waiting: current.languages
      .filter((one) => !offered.includes(one))
      .map((one) => ({
        language: one,
        sections: SECTIONS.filter((section) =>
          missing.some((box) => sectionOf(box) === section && box.endsWith(`.${one}`)),
        ),
      })),
    versions: await versionsOf(slug),
    shipped: shippedFile(slug) && SHIPPED,
    newest: newestVersion(slug),
  }
}

export interface ShownSection {
  readonly name: string
  readonly file: ProgrammeFile
  /** What stands in each box of the form, by the dotted name of its field. */
  readonly boxes: Readonly<Record<string, string>>
  /** How many lines for people in danger, and for further areas, the form has. */
  readonly crisisLines: number
  readonly newAreas: number
  readonly newChecks: number
  /** The version in use: hidden in each form that replaces it. */
  readonly newest: string
}

/** Null for who is no administrator, and where there is no such programme or section. */
export function showSection(
  by: Person,
  slug: string,
  section: string | undefined,
  language: Language,
): (ShownSection & { readonly section: Section }) | null {
  const known = SECTIONS.find((one) => one === section)
  const file = mayAdminister(by) ? fileOfProgramme(slug) : null
  if (!known || !file) return null
  return {
    section: known,
    name: inLanguage(slug, file, language).name,
    file,
    boxes: boxesOf(file),
    crisisLines: file.crisis.length + SPARE_LINES,
    newAreas: SPARE_LINES,
    newChecks: SPARE_CHECKS,
    newest: newestVersion(slug),
  }
}

async function versionsOf(slug: string): Promise<readonly ShownVersion[]> {
  const versions = listVersions(slug).slice(0, SHOWN)
  const names = await namesOf(versions.map(({ savedBy }) => savedBy))
  const shipped = shippedFile(slug)
  return versions.map(({ id, savedAt, savedBy }, index) => {
    const file = readVersion(slug, id)
    const older = versions[index + 1]
    const before = older ? readVersion(slug, older.id) : shipped
    return {
      id,
      savedAt,
      savedByName: names.get(savedBy) ?? null,
      changed: file && before ? changedFields(before, file) : [],
      areas: file?.areas ?? {},
    }
  })
}
