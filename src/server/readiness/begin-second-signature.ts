/** A programme begins to ask for two signatures: from a day on, so that nobody has to leave the register unseen. */
import { findProgrammeRules } from '#db/programme-rules.ts'
import { isDay, plusMonths, startOfDay } from '#domain/calendar/days.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { setProgrammeRules } from '#server/course/set-programme-rules.ts'

export type BeginOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else changed the rules since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly reason: 'day-malformed' | 'day-past' | 'day-too-far' }
  | NotAllowed

/** @param day as typed: today or later, by the programme's clock @param version as in setProgrammeRules */
export async function beginSecondSignature(
  by: Person,
  programme: string,
  day: string,
  version: number,
  now: number,
): Promise<BeginOutcome> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  const { today, timeZone } = momentOf(programme, now)
  if (!isDay(day)) return { kind: 'refused', reason: 'day-malformed' }
  if (day < today) return { kind: 'refused', reason: 'day-past' }
  if (day > plusMonths(today, 12)) return { kind: 'refused', reason: 'day-too-far' }
  const from = day === today ? now : startOfDay(day, timeZone)
  const rules = await findProgrammeRules(programme)
  const wish = { ...rules, secondSignature: true }
  const outcome = await setProgrammeRules(by, programme, wish, version, now, from)
  if (outcome.kind === 'refused') throw new Error(`the rules of ${programme} hold what none may`)
  return outcome
}
