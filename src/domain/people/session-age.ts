/** How long somebody stays signed in: decided at every use, by what the session was given and what the roles allow now. */
import { DAY_MS } from '#domain/calendar/days.ts'

/** Idle and absolute age. Trainees: 30 and 90 days; on a shared computer 30 minutes; staff: 60 minutes and 12 hours. */
export const AGES = {
  trainee: { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS },
  shared: { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 },
  staff: { idleMs: 60 * 60_000, absoluteMs: 12 * 3_600_000 },
} as const
export type Age = keyof typeof AGES

/** Times in milliseconds since 1970. */
export interface SessionTimes {
  readonly createdAt: number
  readonly authenticatedAt: number
  readonly idleMs: number
  /** Absolute end, as it was given. */
  readonly endsAt: number
}

/**
 * @param staffSince when the newest role beyond that of a trainee was given; null for none
 * @returns null where that role asks for a new sign-in
 */
export function limitsOf(
  { createdAt, authenticatedAt, idleMs, endsAt }: SessionTimes,
  staffSince: number | null,
): { readonly idleMs: number; readonly endsAt: number } | null {
  if (staffSince === null) return { idleMs, endsAt }
  if (staffSince > authenticatedAt) return null
  return {
    idleMs: Math.min(idleMs, AGES.staff.idleMs),
    endsAt: Math.min(endsAt, createdAt + AGES.staff.absoluteMs),
  }
}
