import type { Language } from '#domain/course/language.ts'

/**
 * `draft`: made here, and nobody is in it yet; `open`: takes people in;
 * `archived`: takes nobody in, and whoever is in it goes on as before.
 */
export const PROGRAMME_STATES = ['draft', 'open', 'archived'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

/** A check on whoever wants to mentor here. */
export interface ProgrammeCheck {
  readonly name: string
  /** Which kind, as the programme's description of the role says; '' where there is only one. */
  readonly level: string
  /** Why the role asks for it: whom it is about reads this. */
  readonly why: string
  /** After so many months it is looked at again, or null. */
  readonly months: number | null
  /** So many days more it counts while it is renewed. */
  readonly window: number
  /** Where its issuer is asked too what it says today: after how many months again, or null. */
  readonly status: { readonly months: number | null } | null
}

/** One organisation's words, contacts and areas of experience, in one language. */
export interface Programme {
  readonly slug: string
  readonly state: ProgrammeState
  /** Which its people read, the first one first; words of another one are said in the first. */
  readonly languages: readonly Language[]
  readonly name: string
  readonly organisation: string
  readonly country: 'us' | 'uk'
  /** IANA name, for example `America/Chicago`: what the programme's clocks say. */
  readonly timeZone: string
  /** The programme's own words by term, for example `clinical-team`. */
  readonly terms: Readonly<Record<string, string>>
  readonly contact: {
    readonly name: string
    readonly phone: string
    readonly email: string
    readonly replies: string
    /** True until the organisation has put its own. */
    readonly example: boolean
  }
  readonly crisis: readonly {
    readonly name: string
    readonly number: string
    readonly what: string
    readonly example: boolean
  }[]
  readonly areas: Readonly<Record<string, string>>
  /** By slug. Which of them are required, and from when, stands in `check_rules`. */
  readonly checks: Readonly<Record<string, ProgrammeCheck>>
}
