/** What a mentor offers, as a sign-off says it: what the register is searched by. */

export interface Offer {
  /** Area slugs of the programme. */
  readonly comfortAreas: readonly string[]
  readonly noGoAreas: readonly string[]
  /** ISO 639 codes. */
  readonly languages: readonly string[]
  readonly contactWays: readonly string[]
  /** How many people they can support at a time. */
  readonly capacity: number
  /** A town, a clinic; '' for anywhere. */
  readonly place: string
}

export const NO_OFFER: Offer = {
  comfortAreas: [],
  noGoAreas: [],
  languages: [],
  contactWays: [],
  capacity: 1,
  place: '',
}

/** What a coordinator said of each line, by competency id. */
export type Judgement = 'shown' | 'not-yet'
export type Judgements = Readonly<Record<string, Judgement>>

/** The languages that most people of the two example programmes speak at home; ISO 639 codes, `ase` is American Sign Language. */
export const SPOKEN_LANGUAGES = [
  'en',
  'es',
  'zh',
  'vi',
  'tl',
  'ar',
  'fr',
  'ht',
  'ko',
  'ru',
  'pt',
  'pl',
  'pa',
  'ur',
  'bn',
  'ase',
] as const

export const CONTACT_WAYS = ['in-person', 'phone', 'video', 'text', 'letter', 'group'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]

export const MOST_CAPACITY = 10

/** A list as it is stored. @param json a JSON array of texts */
export const listOf = (json: string): readonly string[] => JSON.parse(json) as string[]
