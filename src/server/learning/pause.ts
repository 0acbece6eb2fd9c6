/**
 * A pause: no reminders, no lost place; it ends when the person says so. A form carries its record's id, so that one which
 * arrives twice, or late, pauses nobody who is back.
 */
import { isDay } from '#domain/calendar/days.ts'
import { programmesAs } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { newId } from '#server/trail/new-id.ts'
import { settings } from '#settings.ts'
import { saveMade, type OwnLearner } from './learner.ts'

export type PauseOutcome =
  | { readonly kind: 'paused' }
  /** No day, or none after today by the clock of their programme. */
  | { readonly kind: 'refused'; readonly reason: 'not-to-come' }

/** @param until the day on which they mean to be back, `YYYY-MM-DD` as typed, or null */
export async function pause(
  learner: OwnLearner,
  until: string | null,
  now: number,
  id = newId(now),
): Promise<PauseOutcome> {
  const [programme = settings().defaultProgramme] = programmesAs(learner.by, 'trainee')
  if (until !== null && !(isDay(until) && until > momentOf(programme, now).today))
    return { kind: 'refused', reason: 'not-to-come' }
  await saveMade(
    learner,
    [{ id, item: 'pause', revision: 1, kind: 'paused', value: { until } }],
    now,
  )
  return { kind: 'paused' }
}

export async function resume(learner: OwnLearner, now: number, id = newId(now)): Promise<void> {
  await saveMade(learner, [{ id, item: 'pause', revision: 1, kind: 'resumed', value: {} }], now)
}
