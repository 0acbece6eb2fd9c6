/** A renewal asks only what changed since the sign-off before it: what did not is taken over, and said so. */
import { isCovered, readAsked } from './earlier-needs.ts'
import type { Need } from './competency.ts'
import { MOST_CAPACITY, type Judgements, type Offer } from './offer.ts'
import type { Answers, Ground } from './sign-off-journey.ts'
import { changedLines } from './snapshot.ts'

/** The sign-off that is renewed, as far as this rule reads it. */
export interface Renewed {
  /** JSON snapshot, as `evidenceOf` gives it. */
  readonly evidence: string
  /** JSON of `Asked`; '' in old rows. */
  readonly needs: string
  readonly judgements: Judgements
  readonly offer: Offer
}

export interface Today extends Pick<Ground, 'met'> {
  /** As `evidenceOf` gives it. */
  readonly evidence: string
  /** What is asked today, by competency id. */
  readonly needs: Readonly<Record<string, readonly Need[]>>
  /** Area slugs of the programme. */
  readonly areas: readonly string[]
  /** Those that can be offered today: their pack is done, or they were talked about. */
  readonly grounded: readonly string[]
  /** How many people, as it was agreed last, or null. */
  readonly agreed: number | null
  /** What the person has said themselves since then: another area, language or place than was agreed. */
  readonly said: Partial<Offer>
}

/**
 * Lines that are not asked again: shown then, met today, on the same evidence, and nothing more is asked. In a sign-off that
 * did not write down what it asked for, none is known to be the same.
 */
export function keptLines(
  before: Pick<Renewed, 'evidence' | 'needs' | 'judgements'>,
  today: Pick<Today, 'met' | 'evidence' | 'needs'>,
): string[] {
  if (before.needs === '') return []
  const then = readAsked(before.needs)
  const changed = changedLines(before.evidence, today.evidence)
  return today.met.filter(
    (line) =>
      before.judgements[line] === 'shown' &&
      !changed.includes(line) &&
      isCovered(today.needs[line] ?? [], then[line] ?? []),
  )
}

/** Whether what they offer stands as it was: every area is still there and rests on something, and nobody agreed or said anything else since. */
export const keepsOffer = ({ offer }: Renewed, { areas, grounded, agreed, said }: Today): boolean =>
  isSame(said.comfortAreas, offer.comfortAreas) &&
  isSame(said.noGoAreas, offer.noGoAreas) &&
  isSame(said.languages, offer.languages) &&
  (said.place ?? offer.place) === offer.place &&
  [...offer.comfortAreas, ...offer.noGoAreas].every((area) => areas.includes(area)) &&
  offer.comfortAreas.every((area) => grounded.includes(area)) &&
  offer.languages.length > 0 &&
  offer.contactWays.length > 0 &&
  offer.capacity >= 1 &&
  offer.capacity <= MOST_CAPACITY &&
  (agreed ?? offer.capacity) === offer.capacity

const isSame = (said: readonly string[] | undefined, then: readonly string[]): boolean =>
  said === undefined || (said.length === then.length && said.every((one) => then.includes(one)))

/** The answers that a renewal begins with. Reason, conditions, decision and day are always asked. */
export const takenOver = (before: Renewed, today: Today): Answers => ({
  judgements: Object.fromEntries(keptLines(before, today).map((line) => [line, 'shown'] as const)),
  ...(keepsOffer(before, today) ? before.offer : {}),
})
