/** What a list that was brought in may say of somebody's time before: it is told as such, and is no evidence. */

export const IMPORTED_KINDS = ['joined', 'training', 'signed-off', 'place', 'languages'] as const

export interface ImportedFact {
  readonly kind: (typeof IMPORTED_KINDS)[number]
  /** Name of a training, the languages, the place; '' for the rest. */
  readonly text: string
  /** Where it was; '' where the list does not say. */
  readonly place: string
  /** `YYYY-MM-DD`, or '' where the list does not say. */
  readonly day: string
  readonly untilDay: string
}
