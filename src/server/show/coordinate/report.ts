/** One report of a programme: what was counted for the people, the cohort and the period that were asked for. */
import { read } from '#db/client.ts'
import { listCohorts, type CohortRow } from '#db/cohorts.ts'
import {
  choicesQuery,
  confidenceQuery,
  daysToReadyQuery,
  firstAnswersQuery,
  furthestQuery,
  stopsQuery,
  type ChosenRow,
  type ConfidenceSums,
  type DaysToReady,
  type Furthest,
  type ReportWish,
  type Stop,
} from '#db/reports.ts'
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { REPORTS, type ReportName } from '#domain/reports/names.ts'
import { readPeriod, type Period, type PeriodProblem } from '#domain/reports/period.ts'
import type { Asked } from '#domain/reports/questions.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'

export type ReportFound =
  | { readonly name: 'funnel'; readonly furthest: Furthest }
  | { readonly name: 'time'; readonly days: DaysToReady }
  | { readonly name: 'stops'; readonly stops: readonly Stop[] }
  | { readonly name: 'questions'; readonly asked: readonly Asked[] }
  | { readonly name: 'practice'; readonly chosen: readonly ChosenRow[] }
  | { readonly name: 'confidence'; readonly sums: readonly ConfidenceSums[] }

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
  /** With the programme's words. */
  readonly course: Course
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
  const { period, problems } = readPeriod(from, to, timeZoneOf(programme))
  const name = REPORTS.find((one) => one === asked.report) ?? 'funnel'
  const course = loadCourse(language, loadProgramme(programme, language))
  const wish = { of: [{ programme, ...period }], cohort }
  const found = await count(name, wish, tallyOf(course, {}).of, now)
  return { reports: REPORTS, period, cohort, cohorts, problems, from, to, course, found }
}

const typed = (text: string | null): string => (text ?? '').trim().slice(0, 10)

/** @param steps required steps of the course */
async function count(
  name: ReportName,
  wish: ReportWish,
  steps: number,
  now: number,
): Promise<ReportFound> {
  switch (name) {
    case 'funnel':
      return { name, furthest: await read(furthestQuery(wish, steps)) }
    case 'time':
      return { name, days: await read(daysToReadyQuery(wish)) }
    case 'stops':
      return { name, stops: await read(stopsQuery(wish, steps, now)) }
    case 'questions':
      return { name, asked: await read(firstAnswersQuery(wish)) }
    case 'practice':
      return { name, chosen: await read(choicesQuery(wish)) }
    case 'confidence':
      return { name, sums: await read(confidenceQuery(wish)) }
  }
}
