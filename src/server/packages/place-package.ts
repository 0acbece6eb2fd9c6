/** Puts an imported package into a programme's course, and takes it out again. */
import { updatePackage, type PackageRow } from '#db/packages.ts'
import { write } from '#db/client.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/access/audited.ts'

export interface PlaceForm {
  readonly titleEn: string
  readonly titleEs: string
  readonly position: string
  readonly required: boolean
}

export type PlaceProblem = 'title-missing' | 'title-long' | 'position'

/** By field; empty where all is well. */
export function placeProblems(
  form: PlaceForm,
): Partial<Record<'titleEn' | 'titleEs' | 'position', PlaceProblem>> {
  const title = (text: string): PlaceProblem | null =>
    text.trim() === '' ? 'title-missing' : text.trim().length > 120 ? 'title-long' : null
  const [en, es] = [title(form.titleEn), title(form.titleEs)]
  return {
    ...(en ? { titleEn: en } : {}),
    ...(es ? { titleEs: es } : {}),
    ...(/^[1-9]\d{0,2}$/.test(form.position.trim()) ? {} : { position: 'position' as const }),
  }
}

/** @param form without problems */
export const placePackage = async (
  by: Person,
  row: PackageRow,
  form: PlaceForm,
  now: number,
): Promise<void> => {
  await write([
    updatePackage(row.id, {
      titleEn: form.titleEn.trim(),
      titleEs: form.titleEs.trim(),
      position: Number(form.position),
      required: form.required,
      placedAt: row.placedAt ?? now,
    }),
    audited(now, by.id, row.placedAt ? 'package-changed' : 'package-placed', row.id, row.programme),
  ])
}

/** @param archived false brings it back. Results stay in both cases. */
export const archivePackage = async (
  by: Person,
  row: PackageRow,
  archived: boolean,
  now: number,
): Promise<void> => {
  await write([
    updatePackage(row.id, { archivedAt: archived ? now : null }),
    audited(
      now,
      by.id,
      archived ? 'package-archived' : 'package-brought-back',
      row.id,
      row.programme,
    ),
  ])
}
