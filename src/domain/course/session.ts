/** A practice session: a graph of turns whose replies are judged by principle. */
import type { Item, Principle } from './item.ts'
import type { Recording } from './recording.ts'

export const VERDICTS = ['kept', 'missed', 'crossed'] as const
export type Verdict = (typeof VERDICTS)[number]

export const ENDING_KINDS = ['held-well', 'recoverable', 'harm-avoided-late'] as const
export type EndingKind = (typeof ENDING_KINDS)[number]

export type Way =
  | { readonly kind: 'to'; readonly turn: string }
  | { readonly kind: 'repair'; readonly turn: string }
  | { readonly kind: 'end'; readonly ending: string }

/** Who speaks where it is not the session's other person; narration is said by nobody. */
export type Speaker =
  { readonly kind: 'narration' } | { readonly kind: 'person'; readonly name: string }

export interface Reply {
  readonly id: string
  readonly say: string
  readonly verdicts: Readonly<Partial<Record<Principle, Verdict>>>
  /** What the other person says or does next, in their own words. */
  readonly consequence: string
  /** Absent where the consequence is the other person's. */
  readonly answeredBy?: Speaker
  readonly why?: string
  readonly better?: string
  readonly way: Way
}

export interface Turn {
  /** `practising/skip-thursday/rosa-asks` */
  readonly id: string
  readonly slug: string
  readonly revision: number
  readonly says: string
  /** Absent where the other person speaks. */
  readonly speaker?: Speaker
  readonly replies: readonly Reply[]
}

export interface Ending {
  readonly id: string
  readonly kind: EndingKind
  readonly text: string
}

/** Where "in your own words" of a session is kept: private unless it was shared. */
export const ownWordsOf = (sessionId: string): string => `${sessionId}/own-words`

/** A drawn face. */
export interface Portrait {
  /** What stands in an svg of 96 by 96. */
  readonly drawing: string
  readonly alt: string
}

export interface Session extends Item {
  readonly who: string
  /** Of `who`; absent where nobody drew one. */
  readonly portrait?: Portrait
  readonly with: string
  readonly minutes: number
  readonly star: boolean
  /** Slugs of the modules that must be done first. */
  readonly needs: readonly string[]
  /** True where a coordinator may also open it. */
  readonly openedByCoordinator: boolean
  readonly contentNote?: string
  /** Somebody reads it aloud, in the language that is shown. */
  readonly recording?: Recording
  readonly scene: string
  readonly start: string
  readonly turns: readonly Turn[]
  readonly endings: readonly Ending[]
}
