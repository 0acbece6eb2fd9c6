/** What may be noted of a meeting: a day, a way and how long; nothing of what was said. */
import { CONTACT_WAYS } from '#domain/readiness/offer.ts'
import { problemWithDay } from '#domain/readiness/evidence-rules.ts'
import { LONGEST_MEETING } from './pairing.ts'

export interface MeetingForm {
  /** `YYYY-MM-DD` as it was typed. */
  readonly metOn: string
  readonly way: string
  /** NaN for what is no whole number. */
  readonly minutes: number
}

export type MeetingProblem =
  'day-malformed' | 'day-future' | 'before-connected' | 'way-missing' | 'minutes-malformed'

/** @param today, connectedOn `YYYY-MM-DD`, by the programme's clock */
export function problemsWithMeeting(
  { metOn, way, minutes }: MeetingForm,
  today: string,
  connectedOn: string,
): MeetingProblem[] {
  const day: MeetingProblem | null =
    problemWithDay(metOn, today) ?? (metOn < connectedOn ? 'before-connected' : null)
  return [
    ...(day ? [day] : []),
    ...(CONTACT_WAYS.some((one) => one === way) ? [] : (['way-missing'] as const)),
    ...(Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MEETING
      ? []
      : (['minutes-malformed'] as const)),
  ]
}
