/** An administrator saves a programme's words, or brings an older version back. */
import { write } from '#db/client.ts'
import type { Person } from '#domain/people/person.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { audited } from './audited.ts'
import { shippedFile } from './load-course.ts'
import { readVersion, SHIPPED, writeProgramme } from './programme-files.ts'

export async function saveProgramme(
  by: Person,
  slug: string,
  file: ProgrammeFile,
  now: number,
): Promise<void> {
  writeProgramme(slug, file, by.id, now)
  await write([audited(now, by.id, 'programme-saved', slug, slug)])
}

/** @returns false for an unknown version */
export async function bringVersionBack(
  by: Person,
  slug: string,
  version: string,
  now: number,
): Promise<boolean> {
  const file = version === SHIPPED ? shippedFile(slug) : readVersion(slug, version)
  if (!file) return false
  writeProgramme(slug, file, by.id, now)
  await write([audited(now, by.id, 'programme-version-brought-back', slug, slug)])
  return true
}
