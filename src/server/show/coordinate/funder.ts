/** One sheet for a funder: all numbers of one time, without small groups. */
import {
  endingsQuery,
  meetingSpansQuery,
  pairingSpansQuery,
  statesQuery,
  supportSpansQuery,
  waitingDaysQuery,
} from '#db/happened-reports.ts'
import { inPieces } from '#db/report-pieces.ts'
import { furthestQuery } from '#db/reports.ts'
import { isDay, type Day } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { isMatchable } from '#domain/readiness/standing.ts'
import { funderNumbers, type FunderNumbers } from '#domain/reports/funder.ts'
import { readPeriod, type PeriodProblem } from '#domain/reports/period.ts'
import { oneSpan, usualPeriods, type UsualPeriod } from '#domain/reports/spans.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { loadProgramme } from '#server/course/load-course.ts'
import { addStates } from './count-joined.ts'

/** As it stands in the address; null for what is not said. */
export interface FunderAsked {
  readonly programme: string
  readonly from: string | null
  readonly to: string | null
  readonly language: Language
}

export interface FunderPage {
  readonly organisation: string
  readonly from: Day
  readonly to: Day
  readonly today: Day
  readonly problems: readonly PeriodProblem[]
  /** As typed, at most ten letters. */
  readonly typed: { readonly from: string; readonly to: string }
  readonly usual: Readonly<Record<UsualPeriod, { readonly from: Day; readonly to: Day }>>
  readonly numbers: FunderNumbers
}

/** Without a time that can be read, of this quarter. */
export async function showFunder(
  by: Person,
  asked: FunderAsked,
  now: number,
): Promise<FunderPage | null> {
  const { programme, language } = asked
  if (!mayDecideIn(by, programme)) return null
  const moment = momentOf(programme, now)
  const typed = { from: dayTyped(asked.from), to: dayTyped(asked.to) }
  const { problems } = readPeriod(typed.from, typed.to, moment.timeZone)
  const usual = usualPeriods(moment.today)
  const { from, to } =
    problems.length === 0 && (typed.from || typed.to)
      ? between(typed, moment.today)
      : usual['this-quarter']
  const span = oneSpan(from, to, moment.timeZone)
  const wish = { programme, cohort: '', spans: [span] }
  const loaded = loadProgramme(programme, language)
  const ever = { of: [{ programme, from: null, before: null }], cohort: '' }
  const joined = { of: [{ programme, from: span.from, before: span.before }], cohort: '' }
  // Everybody in pieces; of a time fewer joined.
  const beside = {
    furthest: furthestQuery(joined),
    pairings: pairingSpansQuery(wish),
    waited: waitingDaysQuery(wish),
    met: meetingSpansQuery(wish),
    support: supportSpansQuery(wish),
    ended: endingsQuery(wish),
  }
  const { parts, found } = await inPieces(
    ever,
    (piece) => ({ states: statesQuery(piece, moment) }),
    beside,
  )
  const states = addStates(parts.map((part) => part.states))
  const numbers = funderNumbers({
    furthest: found.furthest.get(programme) ?? new Map(),
    readyToday: states.reduce(
      (sum, { state, n }) => (state !== 'left' && isMatchable(state) ? sum + n : sum),
      0,
    ),
    requests: found.pairings[0]?.requests ?? 0,
    begun: found.pairings[0]?.begun ?? 0,
    waited: found.waited,
    meetings: found.met[0]?.meetings ?? 0,
    minutes: found.met[0]?.minutes ?? 0,
    met: found.met[0]?.pairings ?? 0,
    reviews: found.support[0]?.reviews ?? 0,
    reviewed: found.support[0]?.reviewed ?? 0,
    sessions: found.support[0]?.sessions ?? 0,
    came: found.support[0]?.came ?? 0,
    ended: found.ended,
  })
  const { organisation } = loaded
  return { organisation, from, to, today: moment.today, problems, typed, usual, numbers }
}

/** Without an end until today, without a beginning from New Year on. Both were read before. */
function between(typed: FunderPage['typed'], today: Day): { from: Day; to: Day } {
  const to = isDay(typed.to) ? typed.to : today
  const from = isDay(typed.from) ? typed.from : usualPeriods(to)['this-year'].from
  return from <= to ? { from, to } : { from, to: from }
}

const dayTyped = (text: string | null): string => (text ?? '').trim().slice(0, 10)
