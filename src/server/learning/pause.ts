/** A pause: no reminders, no lost place; it ends when the person says so. */
import { isDay } from '#domain/calendar/days.ts'
import { saveMade, type Learner } from './learner.ts'
import { newId } from '#server/trail/new-id.ts'

/** @param until the day on which they mean to be back, `YYYY-MM-DD`, or null */
export async function pause(learner: Learner, until: string | null, now: number): Promise<void> {
  await saveMade(
    learner,
    [{ id: newId(now), item: 'pause', revision: 1, kind: 'paused', value: { until } }],
    now,
  )
}

export async function resume(learner: Learner, now: number): Promise<void> {
  await saveMade(
    learner,
    [{ id: newId(now), item: 'pause', revision: 1, kind: 'resumed', value: {} }],
    now,
  )
}

/** True for a real day after today. @param day as typed @param today by the programme's clock */
export const isDayToCome = (day: string, today: string): boolean => isDay(day) && day > today
