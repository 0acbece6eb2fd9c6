/** From what was made (domain/learning) to records: the learner of a package has no account of ours. */
import { apply } from '#domain/learning/apply.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { recordOf, type LearningRecord, type Made } from '#domain/learning/record.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A UUIDv7; in a package any id that is new. */
  readonly newId: () => string
}

export function recordsFrom(made: readonly Made[], { now, newId }: Clock): LearningRecord[] {
  const at = now()
  return made.map((one) => recordOf(one, { id: newId(), person: 'me', source: 'scorm', at }))
}

export const applyAll = (progress: Progress, records: readonly LearningRecord[]): Progress =>
  records.reduce(apply, progress)
