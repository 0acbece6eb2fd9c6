/** Who stands in the register today. The same rule stands in db/register.ts as SQL; a test compares the two. */
import { isMatchable, standingAt, type SignOff } from '#domain/readiness/standing.ts'

/** Why a mentor who was once signed off is not in the register, in the order in which it is said. */
export const ABSENCES = [
  'disabled',
  'archived',
  'withdrawn',
  'decided',
  'second-signature',
  'commitment',
  'expired',
  'paused',
  'lapsed',
] as const
export type Absence = (typeof ABSENCES)[number]

export const isAbsence = (value: unknown): value is Absence => ABSENCES.includes(value as Absence)

export interface RegisterFacts {
  readonly signOffs: readonly SignOff[]
  /** Ids of the sign-offs that a second coordinator has signed. */
  readonly signedTwice: ReadonlySet<string>
  /** Ids of the sign-offs whose commitment the mentor has signed. */
  readonly committed: ReadonlySet<string>
  readonly needsSecondSignature: boolean
  readonly lapsed: boolean
  /** Milliseconds since 1970, or null. */
  readonly pausedSince: number | null
  /** When they left the programme, or null. */
  readonly archivedAt: number | null
  readonly disabledAt: number | null
}

/**
 * Ready today: the newest decision is "ready", signed by all who must, and nothing has ended or stopped it.
 * @param at milliseconds since 1970
 * @returns null where the mentor stands in the register, `never` where nobody ever signed them off
 */
export function absenceAt(facts: RegisterFacts, at: number): Absence | 'never' | null {
  const known = facts.signOffs
    .filter(({ decidedAt }) => decidedAt <= at)
    .sort((a, b) => b.decidedAt - a.decidedAt || (a.id < b.id ? 1 : -1))
  const [last] = known
  if (!last || known.every(({ decision }) => decision !== 'ready')) return 'never'
  if (facts.disabledAt !== null) return 'disabled'
  if (facts.archivedAt !== null) return 'archived'
  const { lapsed, pausedSince } = facts
  const standing = standingAt({ signOffs: known, askedAt: null, lapsed, pausedSince: null }, at)
  if (standing === 'withdrawn') return 'withdrawn'
  if (last.decision !== 'ready') return 'decided'
  if (facts.needsSecondSignature && !facts.signedTwice.has(last.id)) return 'second-signature'
  if (!facts.committed.has(last.id)) return 'commitment'
  if (standing === 'expired') return 'expired'
  if (pausedSince !== null && pausedSince <= at) return 'paused'
  return isMatchable(standing) ? null : 'lapsed'
}
