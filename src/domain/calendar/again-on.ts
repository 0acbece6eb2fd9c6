/** A day from which something waits for a coordinator again: nothing is put off without one, or for ever. */
import { isDay, plusDays, type Day } from './days.ts'

export type AgainProblem = 'again-missing' | 'again-past' | 'again-too-far'

/** @param day as typed @param today by the programme's clock */
export function problemWithAgainOn(day: string, today: Day): AgainProblem | null {
  if (!isDay(day)) return 'again-missing'
  if (day <= today) return 'again-past'
  return day > plusDays(today, 366) ? 'again-too-far' : null
}
