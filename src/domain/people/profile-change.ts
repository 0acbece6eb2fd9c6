/** Two may change one profile at once: field by field, and nothing that either of them wrote is lost. */
import { problemsWithContact } from './contact.ts'
import {
  idsIn,
  PROFILE,
  type ProfileField,
  type ProfileValues,
  type TypedField,
} from './profile.ts'

/**
 * What becomes of one field.
 * `keep`: not changed here, or both wrote the same. `mine`: only changed here. `both`: changed here and meanwhile by
 * somebody else, who must be read first.
 */
export type Meeting = 'keep' | 'mine' | 'both'

/** @param was as the form showed it @param now as it stands */
export function meet(was: string, typed: string, now: string): Meeting {
  if (typed === was || typed === now) return 'keep'
  return now === was ? 'mine' : 'both'
}

export interface ProfileProblem {
  readonly field: TypedField
  readonly problem: 'too-long' | 'phone-malformed' | 'both'
}

const isPhone = (phone: string): boolean => problemsWithContact({ email: '', phone }).length === 0

/** @param values as they would stand, of one section; every problem, at most one a field */
export function problemsWithProfile(
  fields: readonly TypedField[],
  values: ProfileValues,
): ProfileProblem[] {
  return fields.flatMap((field): ProfileProblem[] => {
    const value = values[field] ?? ''
    const { kind, most } = PROFILE[field]
    if (kind === 'phone' && !isPhone(value)) return [{ field, problem: 'phone-malformed' }]
    if (value.length > most) return [{ field, problem: 'too-long' }]
    const isBoth =
      field === 'notAreas' && idsIn(value).some((id) => idsIn(values.areas).includes(id))
    return isBoth ? [{ field, problem: 'both' }] : []
  })
}

/** A phone as `asContact` writes it, a line without what stands around it, a text without blanks alone. */
export function asKept(field: ProfileField, typed: string): string {
  const { kind } = PROFILE[field]
  if (kind === 'phone' || kind === 'line') return typed.trim().replace(/\s+/g, ' ')
  return typed.trim() ? typed.replaceAll('\r\n', '\n') : ''
}

/** Of lists each tick is a change of its own, so two who tick at once both have it. */
export function mergedIds(
  was: readonly string[],
  typed: readonly string[],
  now: readonly string[],
): string[] {
  const kept = now.filter((id) => typed.includes(id) || !was.includes(id))
  return [...kept, ...typed.filter((id) => !was.includes(id) && !kept.includes(id))]
}
