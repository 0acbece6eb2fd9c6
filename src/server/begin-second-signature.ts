/** A programme begins to ask for two signatures: from a day on, so that nobody has to leave the register unseen. */
import { findProgrammeRules } from '#db/programme-rules.ts'
import { isDay, plusMonths } from '#domain/calendar/days.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from './clock.ts'
import { startOfDay } from './days.ts'
import { setProgrammeRules } from './set-programme-rules.ts'

export type BeginOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly reason: 'day-malformed' | 'day-past' | 'day-too-far' }

/** @param day as typed: today or later, by the programme's clock */
export async function beginSecondSignature(
  by: Person,
  programme: string,
  day: string,
  now: number,
): Promise<BeginOutcome> {
  const { today, timeZone } = momentOf(programme, now)
  if (!isDay(day)) return { kind: 'refused', reason: 'day-malformed' }
  if (day < today) return { kind: 'refused', reason: 'day-past' }
  if (day > plusMonths(today, 12)) return { kind: 'refused', reason: 'day-too-far' }
  const from = day === today ? now : (startOfDay(day, timeZone) ?? now)
  const rules = await findProgrammeRules(programme)
  await setProgrammeRules(by, programme, { ...rules, secondSignature: true }, now, from)
  return { kind: 'saved' }
}
