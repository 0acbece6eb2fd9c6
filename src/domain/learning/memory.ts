/** What is remembered of one item from record to record. */
import type { RoadStep } from '#domain/practice/run.ts'
import type { Attempt, FinishedAttempt } from '#domain/quiz/attempt.ts'
import type { ItemProgress } from './progress.ts'

export interface Memory<P extends ItemProgress | null = ItemProgress | null> {
  readonly have: P
  readonly beside: Beside
}

/** What does not show in the progress and still decides what a later record changes. An LMS keeps nothing of it. */
export interface Beside {
  /** Attempts by id that are neither open nor the last: left behind, or finished before. */
  readonly attempts: Readonly<Record<string, Attempt | FinishedAttempt>>
  /** Roads of the runs that were left behind, by run. */
  readonly roads: Readonly<Record<string, readonly RoadStep[]>>
  /** Ids of the meetings that were taken back, perhaps before they were noted. */
  readonly takenBack: readonly string[]
  /** When a pause ended last, milliseconds since 1970. */
  readonly resumedAt: number
}

export const NOTHING: Beside = { attempts: {}, roads: {}, takenBack: [], resumedAt: -1 }
