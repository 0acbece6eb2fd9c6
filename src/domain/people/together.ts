/** What is done with many people at once, and with which of them it does not work. */

export const TOGETHER = ['cohort', 'codes', 'archive', 'export'] as const
export type Together = (typeof TOGETHER)[number]

/** At most so many rows at a time. */
export const MOST_TOGETHER = 10_000
/** Of codes as many as somebody cuts and hands out: each of them is an entrance. */
export const MOST_CODES = 40

export const mostOf = (act: Together): number => (act === 'codes' ? MOST_CODES : MOST_TOGETHER)

/** `staff`: their account reaches further than this programme's training; `closed`: it lets nobody in. */
export type NotTogether = 'no-trainee' | 'left' | 'same-cohort' | 'staff' | 'closed'

/** Null where it works. @param cohort id of where they are put; null for no cohort, left out until it is chosen */
export function problemTogether(
  act: Together,
  person: {
    readonly role: string
    readonly archivedAt: number | null
    readonly cohort: string | null
    readonly disabledAt?: number | null
  },
  cohort?: string | null,
): NotTogether | null {
  if (act === 'export') return null
  if (person.role !== 'trainee') return 'no-trainee'
  if (person.archivedAt !== null) return 'left'
  if (act === 'codes' && person.disabledAt != null) return 'closed'
  return act === 'cohort' && cohort !== undefined && person.cohort === cohort ? 'same-cohort' : null
}
