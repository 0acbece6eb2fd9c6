/** In what the two standards differ, and what an LMS is told in either. */

export type Mode = 'normal' | 'review' | 'browse'
export type Values = readonly (readonly [element: string, value: string])[]

/** Everything in which the two standards differ. */
export interface Dialect {
  readonly standard: string
  readonly apiName: string
  readonly methods: {
    readonly initialize: string
    readonly terminate: string
    readonly get: string
    readonly set: string
    readonly commit: string
    readonly lastError: string
  }
  /** Error codes that say: you are connected already. */
  readonly connectedAlready: readonly string[]
  readonly elements: {
    readonly state: string
    readonly mode: string
    readonly sessionTime: string
    readonly score: string
    /** Whether the learner has passed or completed already. */
    readonly statuses: readonly string[]
  }
  /** Written straight after the start, so that a killed window loses nothing. */
  readonly suspend: Values
  readonly started: Values
  /** `may`: an LMS need not know these. @param score whole, 0 to 100 */
  finished(score: number): { readonly may: Values; readonly must: Values }
  /** Not passed so far. @param score whole, 0 to 100 */
  failed(score: number, how: 'score' | 'failed'): Values
  /** The fields of one interaction, its id first. */
  answered(told: Told): Values
  /** The fields of the objective that stands for an ended practice session, its id first. */
  sessionEnded(id: string): Values
  /** @param seconds whole */
  duration(seconds: number): string
}

/** One answer of a quiz, as an LMS may keep it. */
export interface Told {
  /** `[A-Za-z0-9_-]`, at most 255. */
  readonly id: string
  readonly ask: string
  /** Letters of options. */
  readonly chosen: readonly string[]
  readonly right: readonly string[]
  readonly isRight: boolean
  readonly at: Date
}
