/** One report of a programme: what was counted for the people, the cohort and the period that were asked for. */
import { read } from '#db/client.ts'
import { listCohorts, type CohortRow } from '#db/cohorts.ts'
import {
  endingsQuery,
  meetingSpansQuery,
  pairingSpansQuery,
  supportSpansQuery,
  waitingDaysQuery,
  type EndedPairings,
  type HappenedWish,
  type MeetingSpan,
  type PairingSpan,
  type SupportSpan,
} from '#db/happened-reports.ts'
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { plusDays, type Day } from '#domain/calendar/days.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import {
  isAboutHappened,
  REPORTS,
  type HappenedName,
  type ReportName,
} from '#domain/reports/names.ts'
import { readPeriod, type Period, type PeriodProblem } from '#domain/reports/period.ts'
import {
  spansOfPeriod,
  usualPeriods,
  type ReportSpan,
  type UsualPeriod,
} from '#domain/reports/spans.ts'
import type { Counted } from '#domain/reports/spread.ts'
import { countJoined, type JoinedFound } from './count-joined.ts'
import { courseOf } from '#server/course/course-of.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { momentOf } from '#server/calendar/clock.ts'

export type ReportFound =
  | JoinedFound
  | {
      readonly name: 'support'
      readonly spans: readonly ReportSpan[]
      readonly support: readonly SupportSpan[]
    }
  | {
      readonly name: 'pairings'
      readonly spans: readonly ReportSpan[]
      readonly pairings: readonly PairingSpan[]
    }
  | { readonly name: 'waiting'; readonly waited: readonly Counted[] }
  | {
      readonly name: 'meetings'
      readonly spans: readonly ReportSpan[]
      readonly meetings: readonly MeetingSpan[]
    }
  | { readonly name: 'endings'; readonly ended: readonly EndedPairings[] }

/** As it stands in the address; null for what is not said. */
export interface ReportAsked {
  readonly programme: string
  readonly report: string | null
  readonly cohort: string | null
  readonly from: string | null
  readonly to: string | null
  readonly language: Language
}

export interface ReportPage {
  readonly reports: readonly ReportName[]
  readonly period: Period
  /** Cohort id; '' for all. */
  readonly cohort: string
  readonly cohorts: readonly CohortRow[]
  readonly problems: readonly PeriodProblem[]
  /** As typed, at most ten letters. */
  readonly from: string
  readonly to: string
  /** With the programme's words, and every pack: what is reported may be of any of them. */
  readonly course: Course
  /** First and last day that are counted; null where the report counts whoever joined. */
  readonly happened: { readonly from: Day; readonly to: Day } | null
  readonly usual: Readonly<Record<UsualPeriod, { readonly from: Day; readonly to: Day }>>
  readonly found: ReportFound
}

export async function showReport(
  by: Person,
  asked: ReportAsked,
  now: number,
): Promise<ReportPage | null> {
  const { programme, language } = asked
  if (!mayDecideIn(by, programme)) return null
  const cohorts = await listCohorts([programme])
  const cohort = cohorts.find(({ id }) => id === asked.cohort)?.id ?? ''
  const [from, to] = [typed(asked.from), typed(asked.to)]
  const moment = momentOf(programme, now)
  const { period, problems } = readPeriod(from, to, moment.timeZone)
  const name = REPORTS.find((one) => one === asked.report) ?? 'funnel'
  const course = courseOf(loadCourse(language, loadProgramme(programme, language)), null)
  const page = {
    ...{ reports: REPORTS, period, cohort, cohorts, problems, from, to, course },
    usual: usualPeriods(moment.today),
  }
  if (isAboutHappened(name)) {
    const spans = spansOfPeriod(period, moment.timeZone, now)
    const happened = daysOf(spans)
    return { ...page, happened, found: await countHappened(name, { programme, cohort, spans }) }
  }
  const wish = { of: [{ programme, ...period }], cohort }
  const found = await countJoined(name, wish, moment)
  return { ...page, happened: null, found }
}

function daysOf(spans: readonly ReportSpan[]): ReportPage['happened'] {
  const [first, last] = [spans[0], spans.at(-1)]
  return first && last ? { from: first.firstDay, to: plusDays(last.beforeDay, -1) } : null
}

const typed = (text: string | null): string => (text ?? '').trim().slice(0, 10)

async function countHappened(name: HappenedName, wish: HappenedWish): Promise<ReportFound> {
  const { spans } = wish
  switch (name) {
    case 'support':
      return { name, spans, support: await read(supportSpansQuery(wish)) }
    case 'pairings':
      return { name, spans, pairings: await read(pairingSpansQuery(wish)) }
    case 'waiting':
      return { name, waited: await read(waitingDaysQuery(wish)) }
    case 'meetings':
      return { name, spans, meetings: await read(meetingSpansQuery(wish)) }
    case 'endings':
      return { name, ended: await read(endingsQuery(wish)) }
  }
}
