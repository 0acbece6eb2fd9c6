/** Puts an imported package into a programme's course, and takes it out again. */
import { updatePackage } from '#db/packages.ts'
import { write } from '#db/client.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { findOwnPackage } from './may-import.ts'

export interface PlaceForm {
  readonly titleEn: string
  readonly titleEs: string
  readonly position: string
  readonly required: boolean
}

export type PlaceProblem = 'title-missing' | 'title-long' | 'position'
export type PlaceProblems = Partial<Record<'titleEn' | 'titleEs' | 'position', PlaceProblem>>

export type Placed =
  | { readonly kind: 'saved' }
  /** By field. */
  | { readonly kind: 'refused'; readonly problems: PlaceProblems }
  | NotAllowed

function problemsOf(form: PlaceForm): PlaceProblems {
  const title = (text: string): PlaceProblem | null =>
    text.trim() === '' ? 'title-missing' : text.trim().length > 120 ? 'title-long' : null
  const [en, es] = [title(form.titleEn), title(form.titleEs)]
  return {
    ...(en ? { titleEn: en } : {}),
    ...(es ? { titleEs: es } : {}),
    ...(/^[1-9]\d{0,2}$/.test(form.position.trim()) ? {} : { position: 'position' as const }),
  }
}

/** @param id of the package, as the address has it */
export async function placePackage(
  by: Person,
  id: string | undefined,
  form: PlaceForm,
  now: number,
): Promise<Placed> {
  const own = await findOwnPackage(by, id)
  if (!own) return NOT_ALLOWED
  const problems = problemsOf(form)
  if (Object.keys(problems).length) return { kind: 'refused', problems }
  await write([
    updatePackage(own.id, {
      titleEn: form.titleEn.trim(),
      titleEs: form.titleEs.trim(),
      position: Number(form.position),
      required: form.required,
      placedAt: own.placedAt ?? now,
    }),
    audited(now, by.id, own.placedAt ? 'package-changed' : 'package-placed', own.id, own.programme),
  ])
  return { kind: 'saved' }
}

/** @param archived false brings it back. Results stay in both cases. */
export async function archivePackage(
  by: Person,
  id: string | undefined,
  archived: boolean,
  now: number,
): Promise<{ readonly kind: 'saved' } | NotAllowed> {
  const own = await findOwnPackage(by, id)
  if (!own) return NOT_ALLOWED
  await write([
    updatePackage(own.id, { archivedAt: archived ? now : null }),
    audited(
      now,
      by.id,
      archived ? 'package-archived' : 'package-brought-back',
      own.id,
      own.programme,
    ),
  ])
  return { kind: 'saved' }
}
