import { namesOf } from '#db/people.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { changedFields } from '#programme-file/changes.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { boxesOf, SPARE_LINES } from '#programme-file/programme-form.ts'
import { fileOfProgramme, shippedFile } from '#server/course/load-course.ts'
import { listVersions, readVersion, SHIPPED } from '#server/course/programme-files.ts'
import { newestVersion } from '#server/course/save-programme.ts'

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
  readonly name: ProgrammeFile['name']
  /** What stands in each box of the form, by the dotted name of its field. */
  readonly boxes: Readonly<Record<string, string>>
  /** Names of the terms that lessons use. */
  readonly terms: readonly string[]
  readonly areas: ProgrammeFile['areas']
  /** How many lines for people in danger, and for further areas, the form has. */
  readonly crisisLines: number
  readonly newAreas: number
  /** Newest first. */
  readonly versions: readonly ShownVersion[]
  /** In place of a version's id: the words that came with the course. */
  readonly shipped: typeof SHIPPED
  /** The version in use: hidden in each form that replaces it. */
  readonly newest: string
}

/** Versions that are listed. */
const SHOWN = 50

/** Null for who is no administrator, and where there is no such programme. */
export async function showProgramme(by: Person, slug: string): Promise<ShownProgramme | null> {
  const current = mayAdminister(by) ? fileOfProgramme(slug) : null
  if (!current) return null
  return {
    name: current.name,
    boxes: boxesOf(current),
    terms: Object.keys(current.terms),
    areas: current.areas,
    crisisLines: current.crisis.length + SPARE_LINES,
    newAreas: SPARE_LINES,
    versions: await versionsOf(slug),
    shipped: SHIPPED,
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
