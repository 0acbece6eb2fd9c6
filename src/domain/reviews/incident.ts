/** Something that happened, or that somebody complained about, and what is done about it. */
import { DAY_SIGNS, isDay, plusMonths, type Day } from '#domain/calendar/days.ts'

export const INCIDENT_KINDS = ['incident', 'complaint'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** What whom it concerns is told at its end: the outcome, a sentence of the coordinator's, or nothing. */
export const INCIDENT_TOLD = ['whole', 'outline', 'none'] as const
export type IncidentTold = (typeof INCIDENT_TOLD)[number]

export type IncidentDayProblem = 'day-malformed' | 'day-future'

/** @param day as typed @param today by the programme's clock */
export function problemWithHappened(day: string, today: Day): IncidentDayProblem | null {
  if (!DAY_SIGNS.test(day) || !isDay(day) || day < plusMonths(today, -240)) return 'day-malformed'
  return day > today ? 'day-future' : null
}
