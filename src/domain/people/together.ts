/** What is done with many people at once, and with which of them it does not work. */

export const TOGETHER = ['cohort', 'archive', 'export'] as const
export type Together = (typeof TOGETHER)[number]

/** At most so many rows at a time. */
export const MOST_TOGETHER = 10_000

export type NotTogether = 'no-trainee' | 'left' | 'same-cohort'

/** Null where it works. @param cohort id of where they are put; null for no cohort, left out until it is chosen */
export function problemTogether(
  act: Together,
  person: {
    readonly role: string
    readonly archivedAt: number | null
    readonly cohort: string | null
  },
  cohort?: string | null,
): NotTogether | null {
  if (act === 'export') return null
  if (person.role !== 'trainee') return 'no-trainee'
  if (person.archivedAt !== null) return 'left'
  return act === 'cohort' && cohort !== undefined && person.cohort === cohort ? 'same-cohort' : null
}
