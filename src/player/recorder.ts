/**
 * The one seam between the course and what carries it: an LMS (lms/), or a queue on a device of one's own (queue/).
 * The player keeps the progress; a recorder is told each record and each place, and says honestly what is safe.
 */
import type { LearningRecord } from '#domain/learning/record.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { Place } from './place.ts'
import type { Settings } from './settings.ts'

/** What the learner is told about the work so far. */
export type Saving =
  | { readonly kind: 'nothing-yet' }
  /** `at`: milliseconds since 1970, when it was read back. */
  | { readonly kind: 'saved'; readonly at: number }
  /** It is tried again by itself. `last`: when something was last saved in this visit; null where nothing was. */
  | { readonly kind: 'not-saved'; readonly last: number | null }
  /** No learning system was found: nothing outlives the window. */
  | { readonly kind: 'not-connected' }
  /** The learning system opened the course for looking back: nothing is written. */
  | { readonly kind: 'looking-back' }
  /** On a device of one's own: in words, since it knows more to say; `not-here` where the device does not keep it. */
  | { readonly kind: 'here' | 'not-here'; readonly text: string }

/** Why earlier work is not all here. */
export type Trouble = 'unknown-version' | 'damaged'

export interface Loaded {
  readonly progress: Progress
  readonly place: Place
  readonly settings: Settings
  readonly trouble: Trouble | null
  /** Stands for the learner in the seeds of new attempts; nothing does where it is left out. */
  readonly salt?: string
  /** Item of the latest place in the course, where the carrier knows it without a place. */
  readonly lastItem?: string | null
}

export interface Recorder {
  load(): Promise<Loaded>
  /** Tells what was done, the progress that it made, and where it led to. Never throws: see `saving`. */
  record(records: readonly LearningRecord[], progress: Progress, next?: Place): void
  /** Tells how the learner wants to read. */
  keep(settings: Settings): void
  /** Tells where the learner is now. */
  visit(place: Place): void
  saving(): Saving
  /** Called after each change of `saving()`. */
  onSaving(listener: (saving: Saving) => void): void
  /** Calls when more is known than was told here: another tab, or our server. A learning system never knows more. */
  onProgress?(listener: (progress: Progress) => void): void
  /** Ends the connection; false where something is still unsaved. Afterwards nothing is written any more. */
  leave(): boolean
}
