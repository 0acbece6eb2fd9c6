/** Group sessions: what kinds there are, who has a place, who waits, and what somebody is to be told of it. */

/** Only `training` is shown as evidence. */
export const SESSION_KINDS = ['training', 'activity', 'friendship'] as const

/** What somebody was told last of their sign-up; `nothing` where a coordinator signed them up. */
export const TOLD = ['place', 'waiting', 'nothing'] as const
export type Told = (typeof TOLD)[number]

export const MOST_PLACES = 500
const HOUR = 3_600_000

/** Who came is marked once people arrive: from an hour before the beginning. */
const MARKED_FROM = HOUR
/** For so long one that has begun still stands among those to come. */
export const STILL_SHOWN = HOUR

interface Stands {
  /** Milliseconds since 1970. */
  readonly startsAt: number
  readonly cancelledAt: number | null
}

export type ClosedSession = 'cancelled' | 'begun'

/** Why nobody signs up or leaves any more; null while they may. */
export const closedAt = ({ startsAt, cancelledAt }: Stands, now: number): ClosedSession | null =>
  cancelledAt !== null ? 'cancelled' : startsAt <= now ? 'begun' : null

export type NotMarked = 'cancelled' | 'too-early'

/** Why nobody can be marked as there or not; null where they can. */
export const notMarkedAt = ({ startsAt, cancelledAt }: Stands, now: number): NotMarked | null =>
  cancelledAt !== null ? 'cancelled' : now < startsAt - MARKED_FROM ? 'too-early' : null

export type InLine =
  | { readonly kind: 'place' }
  /** @property number who is next, from 1 */
  | { readonly kind: 'waiting'; readonly number: number }

/**
 * The one rule of who has a place: those who signed up first, of those who are still signed up. So whoever waits first
 * moves up the moment that somebody leaves or there are more places, and nobody decides it.
 * @param places null for as many as come @param ahead how many signed up sooner
 */
export const inLine = (places: number | null, ahead: number): InLine =>
  places === null || ahead < places
    ? { kind: 'place' }
    : { kind: 'waiting', number: ahead - places + 1 }

/** How many places are free; null for as many as come. */
export const freePlaces = (places: number | null, signedUp: number): number | null =>
  places === null ? null : Math.max(0, places - signedUp)

/** Who would wait if there were so many places, of those who have one now. @param line in the order of signing up */
export const losing = <T>(line: readonly T[], was: number | null, places: number | null): T[] =>
  places === null ? [] : line.slice(places, was ?? undefined)

export interface SignedUp extends Stands {
  readonly places: number | null
  readonly ahead: number
  readonly told: Told
  readonly toldAt: number
  /** When a coordinator took them out; null for who is signed up. */
  readonly endedAt: number | null
  /** When day, hour, place or length last changed. */
  readonly changedAt: number
}

export type SessionNotice =
  'called-off' | 'taken-out' | 'signed-up' | 'moved-up' | 'moved-back' | 'changed'

/** What somebody has not been told yet of a session that they signed up for; null where they know all. */
export function noticeOf(one: SignedUp): SessionNotice | null {
  if (one.endedAt !== null) return 'taken-out'
  if (one.cancelledAt !== null) return one.cancelledAt > one.toldAt ? 'called-off' : null
  if (one.told === 'nothing') return 'signed-up'
  const { kind } = inLine(one.places, one.ahead)
  if (kind !== one.told) return kind === 'place' ? 'moved-up' : 'moved-back'
  return one.changedAt > one.toldAt ? 'changed' : null
}

/** What is marked of somebody: they were there, they were not, or nothing yet. */
export const MARKS = ['came', 'absent', 'none'] as const
export type Mark = (typeof MARKS)[number]
