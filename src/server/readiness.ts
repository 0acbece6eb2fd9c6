/** Readiness and standing of one trainee, from rows. */
import { listObservations, type SeenObservation } from '#db/observations.ts'
import { listOutsideEvidence, type SeenOutsideEvidence } from '#db/outside-evidence.ts'
import { reflectionAnswersOf } from '#db/replies.ts'
import { listTalks, type TalkRow } from '#db/talks.ts'
import { listSignOffs, type SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/course.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/assess.ts'
import { hasLapsedLine } from '#domain/readiness/lapse.ts'
import { standingAt, type Standing } from '#domain/readiness/standing.ts'
import { loadCompetencies } from './load-course.ts'
import type { Learner } from './learner.ts'

export interface TraineeState {
  readonly readiness: Readiness
  readonly standing: Standing
  /** Newest first. */
  readonly signOffs: readonly SeenSignOff[]
  /** Newest first; those that were amended too. */
  readonly observations: readonly SeenObservation[]
  /** Newest first. */
  readonly talks: readonly TalkRow[]
  /** Newest first. */
  readonly outside: readonly SeenOutsideEvidence[]
}

export async function loadTraineeState(
  learner: Learner,
  language: Language,
  now: number,
): Promise<TraineeState> {
  const [observations, signOffs, talks, outside, answers] = await Promise.all([
    listObservations(learner.person),
    listSignOffs(learner.person),
    listTalks(learner.person),
    listOutsideEvidence(learner.person),
    reflectionAnswersOf(learner.person),
  ])
  const readiness = assessReadiness(loadCompetencies(language), {
    course: learner.course,
    progress: learner.progress,
    observations: observations.filter((one) => one.amendedBy === null),
    talks,
    outside,
    answers,
  })
  const lapsed = hasLapsedLine(readiness)
  const pause = learner.progress['pause']
  const pausedSince = pause?.kind === 'pause' ? pause.since : null
  const standing = standingAt({ signOffs, askedAt: learner.askedAt, lapsed, pausedSince }, now)
  return { readiness, standing, signOffs, observations, talks, outside }
}
