/** What stands in the timeline of a trainee. */

/** What the trainee did that is worth a line; single answers and turns stand with their quiz and their road. */
export const DEEDS = [
  'lesson-read',
  'quiz-finished',
  'session-ended',
  'reflection-sent',
  'exercise-saved',
  'confidence-rated',
  'help-asked',
  'sign-off-asked',
  'paused',
  'resumed',
  'meeting-noted',
  'meeting-taken-back',
] as const

export const TIMELINE_KINDS = [
  ...DEEDS,
  'observation',
  'talk',
  'outside',
  'reply',
  'sign-off',
  'withdrawal',
  'review',
  'note',
  'session-opened',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]
