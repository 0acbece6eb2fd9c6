/** When a danger that nobody said anything about is told to everybody. */
import type { Reason } from './attention.ts'

/** What somebody must say something about; a lapse is mended by the mentor alone. */
export const CALLED = [
  'harm',
  'concern',
  'wellbeing',
  'incident',
] as const satisfies readonly Reason[]
export type CalledKind = (typeof CALLED)[number]

export const isCalled = (kind: string): kind is CalledKind => CALLED.some((one) => one === kind)

/** Hours, where the programme says nothing else. */
export const DANGER_HOURS = 4
const MOST_DANGER_HOURS = 72

/** @param hours as it was typed; NaN for what is no whole number */
export const isDangerHours = (hours: number): boolean =>
  Number.isInteger(hours) && hours >= 1 && hours <= MOST_DANGER_HOURS

/** Of a danger that waits and that nobody looks after. */
export interface Unanswered {
  /** When it was written down, or its day came again; milliseconds since 1970. */
  readonly raisedAt: number
  /** Mails that were written about it; null where nobody was told yet. */
  readonly mails: number | null
}

/** Whether all are told now: its hours are over, and no mail went out about it. @param canMail where there is somebody to write to */
export const isCallDue = (
  { raisedAt, mails }: Unanswered,
  hours: number,
  canMail: boolean,
  now: number,
): boolean => raisedAt + hours * 3_600_000 <= now && (mails === null || (mails === 0 && canMail))
