/** One person's profile as pages show it: what stands in each field, and who said so. */
import type { KeptField } from '#db/profiles.ts'
import { valuesOf } from '#db/profiles.ts'
import {
  PROFILE_FIELDS,
  shownIds,
  type AccountValues,
  type ProfileField,
} from '#domain/people/profile.ts'

export interface FieldTrail {
  readonly by: string
  readonly at: number
  /** Whether the person said so themselves. */
  readonly isOwn: boolean
  /** Somebody else changed it, and the person has not said that they have seen it. */
  readonly isNew: boolean
  /** What stood there before, while it is new; '' for nothing. */
  readonly before: string
}

export interface Profile {
  readonly person: string
  /** '' for what was never said; of areas only those of the programme. */
  readonly values: Readonly<Record<ProfileField, string>>
  readonly trail: Readonly<Partial<Record<ProfileField, FieldTrail>>>
  /** Areas of the programme by slug. */
  readonly areas: Readonly<Record<string, string>>
}

/** @param account of the same person */
export function profileFrom(
  person: string,
  kept: readonly KeptField[],
  account: AccountValues,
  areas: Readonly<Record<string, string>>,
): Profile {
  const { name, email, phone } = account
  const values = { ...valuesOf(kept), name, email, phone }
  const known = Object.keys(areas)
  const shown = (field: ProfileField, value: string): string =>
    field === 'areas' || field === 'notAreas' ? shownIds(value, known) : value
  return {
    person,
    areas,
    values: Object.fromEntries(
      PROFILE_FIELDS.map((field) => [field, shown(field, values[field] ?? '')]),
    ) as Record<ProfileField, string>,
    trail: Object.fromEntries(
      kept.map(({ field, by, byName, at, before, toldAt }) => {
        const isOwn = by === person
        const isNew = !isOwn && toldAt === null
        return [field, { by: byName, at, isOwn, isNew, before: shown(field, before) }]
      }),
    ),
  }
}
