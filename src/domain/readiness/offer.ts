/** What a mentor offers, as a sign-off says it: what the register is searched by. */
import { DAY_MS } from '#domain/calendar/days.ts'
import { timeOf } from '#domain/learning/uuid.ts'

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

/**
 * How many people at a time, as it was agreed last: in the newest review after the sign-off, else in the sign-off.
 * A review is kept at noon of its day: of the same day whichever was written later counts. db/register-rows.ts says the
 * same as SQL.
 * @param signOff the newest "ready", or null
 * @param reviews newest first
 */
export function agreedCapacity(
  signOff: { readonly decidedAt: number; readonly offer: Offer } | null,
  reviews: readonly { readonly id: string; readonly heldAt: number; readonly capacity: number }[],
): number | null {
  if (!signOff) return reviews[0]?.capacity ?? null
  const { decidedAt, offer } = signOff
  const later = reviews.find(
    ({ id, heldAt }) =>
      heldAt >= decidedAt || (heldAt > decidedAt - DAY_MS && timeOf(id) >= decidedAt),
  )
  return later?.capacity ?? offer.capacity
}
