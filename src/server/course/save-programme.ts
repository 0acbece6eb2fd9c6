/** An administrator saves a programme's words, or brings an older version back. */
import { write } from '#db/client.ts'
import { settings } from '#settings.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import type { Person } from '#domain/people/person.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { audited } from '#server/access/audited.ts'
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

/** Example contacts do not come back in production. */
export async function bringVersionBack(
  by: Person,
  slug: string,
  version: string,
  now: number,
): Promise<'brought-back' | 'unknown' | 'example'> {
  const file = version === SHIPPED ? shippedFile(slug) : readVersion(slug, version)
  if (!file) return 'unknown'
  if (settings().production && exampleFields(file).length) return 'example'
  writeProgramme(slug, file, by.id, now)
  await write([audited(now, by.id, 'programme-version-brought-back', slug, slug)])
  return 'brought-back'
}
