/**
 * What was asked of somebody at one moment, and whether today's lines ask for more. The one rule for it: a sign-off in force
 * keeps the needs under which it was made until it is renewed, and is marked so; whoever is on the way is told what is new. (L5)
 */
import type { Day } from '#domain/calendar/days.ts'
import {
  isListOf,
  isMapOf,
  isObjectOf,
  isOneOf,
  isText,
  parsedAs,
  type Is,
} from '#domain/json/is.ts'
import { isLevel, type Competency, type Need } from './competency.ts'

/** Needs by competency id. */
export type Asked = Readonly<Record<string, readonly Need[]>>

export const askedOf = (lines: readonly Pick<Competency, 'id' | 'needs'>[]): Asked =>
  Object.fromEntries(lines.map(({ id, needs }) => [id, needs]))

const isNeed: Is<Need> = (value): value is Need => isSimple(value) || isAny(value)
const isSimple: Is<Exclude<Need, { kind: 'any' }>> = (value) =>
  isObjectOf({ kind: isOneOf(['quiz', 'reflection', 'exercise']), module: isText })(value) ||
  isObjectOf({ kind: isOneOf(['practice']), session: isText })(value) ||
  isObjectOf({ kind: isOneOf(['observation']), level: isLevel })(value) ||
  isObjectOf({ kind: isOneOf(['talk']) })(value)
const isAny = isObjectOf({ kind: isOneOf(['any']), of: isListOf(isNeed) })

/** @param needs JSON, as a sign-off keeps it */
export const readAsked = (needs: string): Asked =>
  parsedAs(isMapOf(isListOf(isNeed)), needs, 'What was asked at a sign-off')

/** Lines that ask today for something that was not asked then, in their order. */
const asksMore = <T extends Pick<Competency, 'id' | 'needs'>>(
  then: Asked,
  today: readonly T[],
): T[] => today.filter(({ id, needs }) => !isCovered(needs, then[id] ?? []))

/** Whether whoever met `then` has met all of `needs`. */
export const isCovered = (needs: readonly Need[], then: readonly Need[]): boolean =>
  needs.every((need) => then.some((one) => implies(one, need)))

function implies(one: Need, need: Need): boolean {
  if (one.kind === 'any') return one.of.every((part) => implies(part, need))
  switch (need.kind) {
    case 'any':
      return need.of.some((part) => implies(one, part))
    case 'observation':
      return one.kind === 'observation' && one.level >= need.level
    case 'practice':
      return one.kind === 'practice' && one.session === need.session
    case 'talk':
      return one.kind === 'talk'
    case 'quiz':
    case 'reflection':
    case 'exercise':
      return one.kind === need.kind && one.module === need.module
  }
}

/** A sign-off as far as this rule reads it. */
export interface SignedUnder {
  /** JSON of `Asked`; '' where it was made before this was written down: then it was less. */
  readonly needs: string
}

/** Whether a sign-off was made under needs that ask for less than today's: it holds, and they are asked for at its renewal. */
export const keepsEarlierNeeds = (
  signOff: SignedUnder,
  today: readonly Pick<Competency, 'id' | 'needs'>[],
): boolean => signOff.needs === '' || asksMore(readAsked(signOff.needs), today).length > 0

/** What somebody is told of lines that ask for more than before. */
export interface MoreAsked {
  /** `earlier`: their sign-off holds, and more is asked at renewal. `new`: it is asked of them now. */
  readonly kind: 'earlier' | 'new'
  readonly lines: readonly Competency[]
}

/** @param inForce the sign-off that holds, or null @param began the day on which they came, or null where nobody knows */
export function moreAsked(
  inForce: SignedUnder | null,
  began: Day | null,
  today: readonly Competency[],
): MoreAsked | null {
  if (inForce) {
    if (!keepsEarlierNeeds(inForce, today)) return null
    const lines = inForce.needs
      ? asksMore(readAsked(inForce.needs), today)
      : today.filter(({ earlier }) => earlier !== null)
    return { kind: 'earlier', lines }
  }
  const lines = began === null ? [] : newSince(today, began)
  return lines.length > 0 ? { kind: 'new', lines } : null
}

/** Lines that ask for more since somebody began. @param began the day, by the programme's clock */
const newSince = (lines: readonly Competency[], began: Day): Competency[] =>
  lines.filter(({ earlier }) => earlier !== null && began < earlier.until)
