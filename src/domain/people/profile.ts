/**
 * What is known of a person beside their work: which field, who sees it, who may change it. The pages, the verbs, what a
 * sign-off is offered and what is told of a change are all drawn from this table.
 */
import type { Contact } from './contact.ts'

export const PROFILE_SECTIONS = ['reach', 'emergency', 'access', 'about', 'areas'] as const
export type ProfileSection = (typeof PROFILE_SECTIONS)[number]

/** How somebody would like to be reached. */
export const REACH_WAYS = ['phone', 'text', 'email', 'letter', 'in-person'] as const

/** Beside the person: their coordinators; what is agreed at a sign-off then in the register, too; coordinators and nobody else, in no list, mail or file. */
export type ProfileSeen = 'coordinators' | 'then-register' | 'coordinators-only'

interface FieldRule {
  readonly section: ProfileSection
  /** `elsewhere`: changed on a page of its own. `some`: a JSON array of ids, '' for none. */
  readonly kind: 'elsewhere' | 'line' | 'phone' | 'text' | 'one' | 'some'
  readonly seen: ProfileSeen
  /** Characters. */
  readonly most: number
}

export const PROFILE = {
  name: { section: 'reach', kind: 'elsewhere', seen: 'coordinators', most: 100 },
  // Codes to sign in go there: nobody else points it at themselves.
  email: { section: 'reach', kind: 'elsewhere', seen: 'coordinators', most: 254 },
  phone: { section: 'reach', kind: 'phone', seen: 'coordinators', most: 40 },
  reachBy: { section: 'reach', kind: 'one', seen: 'coordinators', most: 20 },
  times: { section: 'reach', kind: 'text', seen: 'coordinators', most: 4000 },
  emergencyName: { section: 'emergency', kind: 'line', seen: 'coordinators', most: 200 },
  emergencyPhone: { section: 'emergency', kind: 'phone', seen: 'coordinators', most: 40 },
  access: { section: 'access', kind: 'text', seen: 'coordinators-only', most: 4000 },
  place: { section: 'about', kind: 'line', seen: 'then-register', most: 200 },
  languages: { section: 'about', kind: 'some', seen: 'then-register', most: 4000 },
  languageWords: { section: 'about', kind: 'line', seen: 'coordinators', most: 4000 },
  areas: { section: 'areas', kind: 'some', seen: 'then-register', most: 4000 },
  notAreas: { section: 'areas', kind: 'some', seen: 'then-register', most: 4000 },
  areaWords: { section: 'areas', kind: 'text', seen: 'coordinators', most: 4000 },
} as const satisfies Readonly<Record<string, FieldRule>>

/** In the order in which they are shown. */
export type ProfileField = keyof typeof PROFILE
export const PROFILE_FIELDS = Object.keys(PROFILE) as ProfileField[]
export const isProfileField = (name: string): name is ProfileField => Object.hasOwn(PROFILE, name)

/** What the form of a profile holds. */
export type TypedField = Exclude<ProfileField, 'name' | 'email'>
export const fieldsOf = (section: ProfileSection): TypedField[] =>
  PROFILE_FIELDS.filter(
    (field): field is TypedField =>
      PROFILE[field].section === section && PROFILE[field].kind !== 'elsewhere',
  )

export const TYPED_FIELDS = PROFILE_SECTIONS.flatMap(fieldsOf)

/** By field; what is left out was never said. */
export type ProfileValues = Readonly<Partial<Record<ProfileField, string>>>

/** What stands beside the profile, of the account. */
export interface AccountValues extends Contact {
  readonly name: string
}

/** Ids that stand in a value of kind `some`; nothing where it holds something else. */
export function idsIn(value: string | undefined): readonly string[] {
  if (!value) return []
  try {
    const found: unknown = JSON.parse(value)
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

export const asIds = (ids: readonly string[]): string => (ids.length ? JSON.stringify(ids) : '')

/** Only areas that the programme has: those of another one stay where they are, unseen. */
export const shownIds = (value: string | undefined, known: readonly string[]): string =>
  asIds(known.filter((id) => idsIn(value).includes(id)))

/** What is kept when these were ticked of those that were offered. */
export const keptIds = (
  typed: string,
  stored: string | undefined,
  known: readonly string[],
): string =>
  asIds([
    ...known.filter((id) => idsIn(typed).includes(id)),
    ...idsIn(stored).filter((id) => !known.includes(id)),
  ])
