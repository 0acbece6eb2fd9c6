/** An administrator saves a programme's words, or brings an older version back. */
import { write } from '#db/client.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { readBoxes, type Boxes, type BoxProblem } from '#programme-file/programme-form.ts'
import { settings } from '#settings.ts'
import { audited } from '#server/trail/audited.ts'
import { fileOfProgramme, shippedFile } from './load-course.ts'
import { listVersions, readVersion, SHIPPED, writeProgramme } from './programme-files.ts'

export type ReadProgramme =
  | { readonly kind: 'file'; readonly file: ProgrammeFile }
  /** By the name of the box. */
  | { readonly kind: 'refused'; readonly problems: Readonly<Record<string, BoxProblem>> }
  /** Somebody else saved a version since: crisis lines are never replaced unseen. */
  | { readonly kind: 'meanwhile' }
  | NotAllowed

/** Names the version in use; '' where only the shipped one is. */
export const newestVersion = (slug: string): string => listVersions(slug)[0]?.id ?? ''

/**
 * What was typed, as the file that it would make; nothing is saved.
 * @param newest the version that the form was filled from; null where that does not matter
 */
export function readProgramme(
  by: Person,
  slug: string,
  boxes: Boxes,
  newest: string | null,
): ReadProgramme {
  const current = mayAdminister(by) ? fileOfProgramme(slug) : null
  if (!current) return NOT_ALLOWED
  if (newest !== null && newest !== newestVersion(slug)) return { kind: 'meanwhile' }
  // Whoever only looks again in another language is not told of examples: that is said when it is sent.
  return readBoxes(boxes, current, newest !== null && settings().production)
}

/** @param newest as in `readProgramme` */
export async function saveProgramme(
  by: Person,
  slug: string,
  boxes: Boxes,
  newest: string,
  now: number,
): Promise<Exclude<ReadProgramme, { kind: 'file' }> | { readonly kind: 'saved' }> {
  const read = readProgramme(by, slug, boxes, newest)
  if (read.kind !== 'file') return read
  writeProgramme(slug, read.file, by.id, now)
  await write([audited(now, by.id, 'programme-saved', slug, slug)])
  return { kind: 'saved' }
}

/** Example contacts do not come back in production. @param newest as in `readProgramme` */
export async function bringVersionBack(
  by: Person,
  slug: string,
  version: string,
  newest: string,
  now: number,
): Promise<
  | { readonly kind: 'saved' }
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'example' }
  | NotAllowed
> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  if (newest !== newestVersion(slug)) return { kind: 'meanwhile' }
  const file = version === SHIPPED ? shippedFile(slug) : readVersion(slug, version)
  if (!file) return { kind: 'unknown' }
  if (settings().production && exampleFields(file).length) return { kind: 'example' }
  writeProgramme(slug, file, by.id, now)
  await write([audited(now, by.id, 'programme-version-brought-back', slug, slug)])
  return { kind: 'saved' }
}
