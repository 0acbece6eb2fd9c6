/** What of a request for a mentor waits for a coordinator. Db/desk-waits.ts says the same as SQL. */
import { DAY_MS, plusDays, type Moment } from '#domain/calendar/days.ts'
import type { Wait } from '#domain/people/waits.ts'
import { isOpenState, proposalStateOf, type ProposalFacts } from './pairing.ts'

/** Days, where the programme says nothing else: who waits longer stands on the work list. */
export const LONG_WAIT_DAYS = 28
const MOST_LONG_WAIT_DAYS = 365

/** @param days as it was typed; NaN for what is no whole number */
export const isLongWaitDays = (days: number): boolean =>
  Number.isInteger(days) && days >= 1 && days <= MOST_LONG_WAIT_DAYS

/** A mentor was asked about it. Moments in milliseconds; null for what did not happen. */
export interface AskedMentor extends ProposalFacts {
  readonly at: number
  readonly answeredAt: number | null
  readonly closedAt: number | null
  readonly requesterAnsweredAt: number | null
}

interface Closing {
  /** About, and the same for ever. */
  readonly at: number
  /** What was noted from then on was tried after it; null: not before the proposal is closed by a row. */
  readonly triedFrom: number | null
}

/**
 * Long waits go first; then what nobody has opened; then that nobody is asked and nothing was noted since. While a mentor
 * is asked, or said yes, nothing waits here: the yes itself is told by the mentor (`proposal` in attention.ts).
 * @param request `waitsSince`: null where it does not wait. `triedAt`: of the latest note @returns null for nothing
 */
export function waitOfRequest(
  request: {
    readonly waitsSince: number | null
    readonly isSeen: boolean
    readonly triedAt: number | null
    readonly asked: readonly AskedMentor[]
  },
  longWaitDays: number,
  moment: Moment,
): Wait | null {
  const { waitsSince, isSeen, triedAt, asked } = request
  if (waitsSince === null) return null
  if (asked.some((one) => isOpenState(proposalStateOf(one, moment.today)))) return null
  const long = waitsSince + longWaitDays * DAY_MS
  if (long <= moment.now) return { reason: 'request-long', since: long }
  if (!isSeen && asked.length === 0) return { reason: 'request', since: waitsSince }
  const closings = asked.map((one) => closingOf(one, moment))
  const since = Math.max(waitsSince, ...closings.map(({ at }) => at))
  const from = closings.map(({ triedFrom }) => triedFrom ?? Number.POSITIVE_INFINITY)
  const isTried = triedAt !== null && triedAt >= Math.max(waitsSince, ...from)
  return isTried ? null : { reason: 'request-next', since }
}

function closingOf(one: AskedMentor, moment: Moment): Closing {
  const at = (time: number): Closing => ({ at: time, triedFrom: time })
  const { answer, answeredAt, closedAt, requesterAnswer, requesterAnsweredAt } = one
  if (answer !== null && answer !== 'yes') return at(answeredAt ?? one.at)
  if (closedAt !== null) return at(closedAt)
  if (requesterAnswer === 'no') return at(requesterAnsweredAt ?? one.at)
  if (one.endedAt !== null) return at(one.endedAt)
  if (answer === null && one.endsOn <= moment.today) {
    const utc = Date.parse(one.endsOn)
    return { at: utc, triedFrom: utc - offsetOf(moment) }
  }
  // When the mentor stopped being ready is not told here: a note may be older.
  return { at: answeredAt ?? one.at, triedFrom: null }
}

/** Of the programme's clock against UTC, today. */
const offsetOf = ({ today, tomorrow }: Moment): number => Date.parse(plusDays(today, 1)) - tomorrow
