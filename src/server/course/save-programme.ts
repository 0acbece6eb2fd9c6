/** An administrator saves a section of a programme's words, or brings an older version back. */
import { insertCheckRule } from '#db/checks.ts'
import { write } from '#db/client.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import type { Boxes } from '#programme-file/boxes.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { readSection, type BoxProblem } from '#programme-file/programme-form.ts'
import type { Section } from '#domain/programme/section.ts'
import { isSameSection } from '#programme-file/sections.ts'
import { settings } from '#settings.ts'
import { inTurn } from '#server/several/one-at-a-time.ts'
import { newId } from '#server/trail/new-id.ts'
import { audited } from '#server/trail/audited.ts'
import { checksChanged, NONE } from './checks-changed.ts'
import { fileOfProgramme, shippedFile } from './load-course.ts'
import { newestVersion, readVersion, SHIPPED, writeProgramme } from './programme-files.ts'

export type ReadProgramme =
  | { readonly kind: 'file'; readonly file: ProgrammeFile }
  /** By the name of the box. */
  | { readonly kind: 'refused'; readonly problems: Readonly<Record<string, BoxProblem>> }
  /** Somebody else saved this section since: crisis lines are never replaced unseen. */
  | { readonly kind: 'meanwhile' }
  | NotAllowed

/** A draft may hold examples until it opens; people of an archived programme still read its words. */
const mustBeReal = ({ state }: ProgrammeFile): boolean => settings().production && state !== 'draft'

/** What stood in the form; null for a version that is none. */
const versionFile = (slug: string, id: string): ProgrammeFile | null =>
  id === '' || id === SHIPPED ? shippedFile(slug) : readVersion(slug, id)

/**
 * What was typed, as the file that it would make; nothing is saved.
 * @param newest the version that the form was filled from; null where that does not matter
 */
export function readProgramme(
  by: Person,
  slug: string,
  section: Section,
  boxes: Boxes,
  newest: string | null,
): ReadProgramme {
  const current = mayAdminister(by) ? fileOfProgramme(slug) : null
  if (!current) return NOT_ALLOWED
  if (newest !== null && newest !== newestVersion(slug)) {
    const seen = versionFile(slug, newest)
    if (!seen || !isSameSection(section, seen, current)) return { kind: 'meanwhile' }
  }
  // Whoever only looks again in another language is not told of examples: that is said when it is sent.
  return readSection(section, boxes, current, newest !== null && mustBeReal(current))
}

/** Of two servers one after the other: the second sees what the first has saved. @param newest as in `readProgramme` */
export const saveProgramme = (...wish: Parameters<typeof saveNow>): ReturnType<typeof saveNow> =>
  inTurn('programmes', () => saveNow(...wish))

async function saveNow(
  by: Person,
  slug: string,
  section: Section,
  boxes: Boxes,
  newest: string,
  now: number,
): Promise<Exclude<ReadProgramme, { kind: 'file' }> | { readonly kind: 'saved' }> {
  const read = readProgramme(by, slug, section, boxes, newest)
  if (read.kind !== 'file') return read
  const before = fileOfProgramme(slug)?.checks ?? {}
  const changed = section === 'checks' ? await checksChanged(slug, before, read.file.checks) : NONE
  if (changed.required.length)
    return {
      kind: 'refused',
      problems: Object.fromEntries(changed.required.map((box) => [box, 'required' as const])),
    }
  writeProgramme(slug, read.file, by.id, now)
  await write([
    ...changed.rules.map((rule) =>
      insertCheckRule({ ...rule, id: newId(now), programme: slug, by: by.id, at: now }),
    ),
    audited(now, by.id, 'programme-saved', slug, slug),
  ])
  return { kind: 'saved' }
}

export type BroughtBack =
  | { readonly kind: 'file'; readonly before: ProgrammeFile; readonly file: ProgrammeFile }
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'example' }
  | NotAllowed

/**
 * What an older version would make of the programme; nothing is saved. Example contacts do not come back in production.
 * Whether the programme takes people in stays as it is, and so do its checks: what people are asked for is no wording.
 * @param newest the version that the form was filled from
 */
export function readVersionBack(
  by: Person,
  slug: string,
  version: string,
  newest: string,
): BroughtBack {
  if (!mayAdminister(by)) return NOT_ALLOWED
  if (newest !== newestVersion(slug)) return { kind: 'meanwhile' }
  const older = version === '' ? null : versionFile(slug, version)
  const before = fileOfProgramme(slug)
  if (!older || !before) return { kind: 'unknown' }
  if (mustBeReal(before) && exampleFields(older).length) return { kind: 'example' }
  return { kind: 'file', before, file: { ...older, state: before.state, checks: before.checks } }
}

/** @param newest as in `readVersionBack` */
export const bringVersionBack = (
  ...wish: Parameters<typeof bringBackNow>
): ReturnType<typeof bringBackNow> => inTurn('programmes', () => bringBackNow(...wish))

async function bringBackNow(
  by: Person,
  slug: string,
  version: string,
  newest: string,
  now: number,
): Promise<Exclude<BroughtBack, { readonly kind: 'file' }> | { readonly kind: 'saved' }> {
  const read = readVersionBack(by, slug, version, newest)
  if (read.kind !== 'file') return read
  writeProgramme(slug, read.file, by.id, now)
  await write([audited(now, by.id, 'programme-version-brought-back', slug, slug)])
  return { kind: 'saved' }
}
