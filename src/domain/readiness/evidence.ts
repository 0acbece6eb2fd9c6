/** What can show something, as it was written down. */
import type { Level } from './competency.ts'

export interface Observation {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly observedAt: number
  readonly levels: Readonly<Record<string, Level>>
  /** What could do harm, by competency; only lines with a level. */
  readonly harms?: Readonly<Record<string, SeenHarm>>
}

export interface SeenHarm {
  /** A few words of what was said. */
  readonly said: string
  /** The level at which a later observation of the line lifts it, as the line asked when it was seen. */
  readonly liftedAt: Level
}

/** A talk with a trained coordinator about one competency. */
export interface Talk {
  readonly id: string
  readonly competency: string
  readonly accepted: boolean
}

/** Kinds of need that evidence from elsewhere can stand for. */
export const OUTSIDE_KINDS = ['quiz', 'practice', 'observation', 'reflection', 'exercise'] as const
export type OutsideKind = (typeof OUTSIDE_KINDS)[number]

/** A course in an LMS, an earlier role: entered by a coordinator, with its source. */
export interface OutsideEvidence {
  readonly id: string
  readonly competency: string
  readonly standsFor: OutsideKind
}

/** What a coordinator said about a shared reflection; the last word about each record counts. */
export interface ReflectionAnswer {
  /** Record id of the reflection. */
  readonly record: string
  /** Item id of the reflection. */
  readonly item: string
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly repliedAt: number
  readonly accepted: boolean
}

export const EVIDENCE_KINDS = [...OUTSIDE_KINDS, 'talk', 'outside'] as const

export interface Evidence {
  /** What kind of row or record it is. */
  readonly kind: (typeof EVIDENCE_KINDS)[number]
  /** Record, observation, talk or outside-evidence id. */
  readonly id: string
  /** Module, session or competency that it is about. */
  readonly about: string
  /** Content revision that it rests on; 0 where it rests on no content. */
  readonly revision: number
  readonly level?: Level
}
