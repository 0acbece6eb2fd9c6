/** Who stands in the register today. The same rule stands in db/register-rows.ts as SQL; a test compares the two. */
import {
  decidedStandingAt,
  isMatchable,
  standingAt,
  type StandingFacts,
} from '#domain/readiness/standing.ts'

/** Why a mentor who was once signed off is not in the register, in the order in which it is said. */
export const ABSENCES = [
  'disabled',
  'archived',
  'withdrawn',
  'decided',
  'expired',
  'second-signature',
  'commitment',
  'stopped',
  'paused',
  'lapsed',
  'on-hold',
] as const
export type Absence = (typeof ABSENCES)[number]

export const isAbsence = (value: unknown): value is Absence => ABSENCES.includes(value as Absence)

export interface RegisterFacts extends Omit<StandingFacts, 'asked'> {
  /** When they left the programme, or null. */
  readonly archivedAt: number | null
  readonly disabledAt: number | null
}

const BY_STANDING = {
  withdrawn: 'withdrawn',
  'more-practice': 'decided',
  'not-this-role': 'decided',
  expired: 'expired',
  'waiting-for-second-signature': 'second-signature',
  'waiting-for-commitment': 'commitment',
} as const

/**
 * Ready today: what `standingAt` says of the newest decision, unless they left.
 * Somebody who asks for sign-off again is told from the old decision: a wish changes nothing here.
 * @param at milliseconds since 1970
 * @returns null where the mentor stands in the register, `never` where nobody ever signed them off
 */
export function absenceAt(facts: RegisterFacts, at: number): Absence | 'never' | null {
  const { signOffs } = facts
  if (!signOffs.some((one) => one.decision === 'ready' && one.decidedAt <= at)) return 'never'
  if (facts.disabledAt !== null) return 'disabled'
  if (facts.archivedAt !== null) return 'archived'
  const decided = decidedStandingAt(facts, at)
  if (Object.hasOwn(BY_STANDING, decided)) return BY_STANDING[decided as keyof typeof BY_STANDING]
  const standing = standingAt({ ...facts, asked: [] }, at)
  if (standing === 'stopped' || standing === 'paused') return standing
  if (decided === 'on-hold') return decided
  return isMatchable(decided) ? null : 'lapsed'
}
