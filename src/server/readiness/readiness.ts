/** Readiness and standing of one trainee, from rows. */
import { checksQuery, type SeenChecks } from '#db/checks.ts'
import { together } from '#db/client.ts'
import { observationsQuery, type SeenObservation } from '#db/observations.ts'
import { otherEvidenceQuery, type Attended, type OtherEvidence } from '#db/other-evidence.ts'
import type { SeenOutsideEvidence } from '#db/outside-evidence.ts'
import type { TalkRow } from '#db/talks.ts'
import { standingHistoryQuery, type StandingHistory } from '#db/standing-history.ts'
import { signOffsQuery, type SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/language.ts'
import { areaGrounds, type AreaGrounds } from '#domain/readiness/area-grounds.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/assess.ts'
import { nextStep } from '#domain/learning/steps.ts'
import { moreAsked, type MoreAsked } from '#domain/readiness/earlier-needs.ts'
import { hasLapsedLine } from '#domain/readiness/lapse.ts'
import { dayAt } from '#domain/calendar/days.ts'
import type { Span } from '#domain/calendar/spans.ts'
import type { Standing, StandingFacts } from '#domain/readiness/standing.ts'
import { tell, type Told } from '#domain/readiness/told.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import type { Learner } from '#server/learning/learner.ts'
import { decisionsOf } from './decisions-of.ts'

export interface TraineeState {
  readonly readiness: Readiness
  /** What they are told of lines that ask for more than before, or null. */
  readonly more: MoreAsked | null
  readonly standing: Standing
  /** What every page says of the standing. */
  readonly told: Told<SeenSignOff>
  /** What the standing of any past moment is computed from. */
  readonly facts: StandingFacts
  /** What the programme requires of checks, and what was written about theirs, newest first. */
  readonly checks: SeenChecks
  /** Since when they pause, or null. */
  readonly pausedSince: number | null
  /** The day on which they mean to be back, `YYYY-MM-DD`, or null. */
  readonly backOn: string | null
  /** When they came to the programme, or null. */
  readonly joinedAt: number | null
  /** When each incident about them was written down; nothing for themselves. */
  readonly incidents: readonly number[]
  /** Newest first. */
  readonly signOffs: readonly SeenSignOff[]
  /** Newest first; those that were amended too. */
  readonly observations: readonly SeenObservation[]
  /** Newest first. */
  readonly talks: readonly TalkRow[]
  /** What each area that can be offered today rests on, by its id. */
  readonly areas: AreaGrounds
  /** Newest first. */
  readonly outside: readonly SeenOutsideEvidence[]
  /** Group sessions that they came to, newest first; none where the programme does not show them as evidence. */
  readonly attended: readonly Attended[]
}

/** For pages that read more in the same statement. */
export const stateQueries = (person: string) => ({
  observations: observationsQuery(person),
  signOffs: signOffsQuery(person),
  other: otherEvidenceQuery(person),
  history: standingHistoryQuery(person),
  checks: checksQuery(person),
})

interface StateRows {
  readonly observations: readonly SeenObservation[]
  readonly signOffs: readonly SeenSignOff[]
  readonly other: OtherEvidence
  readonly history: StandingHistory
  readonly checks: SeenChecks
}

export const loadTraineeState = async (
  learner: Learner,
  language: Language,
  now: number,
): Promise<TraineeState> =>
  stateFrom(learner, await together(stateQueries(learner.person)), language, now)

export function stateFrom(
  learner: Learner,
  { observations, signOffs, other, history, checks }: StateRows,
  language: Language,
  now: number,
): TraineeState {
  const { talks, outside, answers, attended } = other
  const competencies = loadCompetencies(language)
  const readiness = assessReadiness(competencies, {
    course: learner.course,
    progress: learner.progress,
    observations: observations.filter((one) => one.amendedBy === null),
    talks,
    outside,
    answers,
  })
  const { asked, pauses, stops, backOn, joinedAt, incidents } = history
  const facts = {
    ...decisionsOf(signOffs),
    asked,
    pauses,
    stops,
    checks,
    lapses: lapsesToday(history.lapses, hasLapsedLine(readiness), now),
  }
  const hasOpenSteps = nextStep(learner.course, learner.progress, null) !== null
  const told = tell(facts, now, hasOpenSteps)
  const began = joinedAt === null ? null : dayAt(joinedAt, facts.timeZone)
  return {
    readiness,
    // Who was decided about and only waits for a signature is asked for nothing.
    more: told.inForce || !told.open ? moreAsked(told.inForce, began, competencies) : null,
    standing: told.standing,
    told,
    facts,
    checks,
    pausedSince: pauses.at(-1)?.until === null ? (pauses.at(-1)?.from ?? null) : null,
    backOn,
    joinedAt,
    incidents,
    signOffs,
    observations,
    talks,
    areas: areaGrounds(learner.course, learner.progress, talks),
    outside,
    attended,
  }
}

/** What is written down may be a moment behind the course: whether a refresher is open today is computed. */
function lapsesToday(written: readonly Span[], lapsed: boolean, now: number): Span[] {
  const closed = written.filter(({ until }) => until !== null)
  const open = written.find(({ until }) => until === null)
  if (!lapsed) return open ? [...closed, { from: open.from, until: now }] : closed
  return [...closed, { from: open?.from ?? now, until: null }]
}
