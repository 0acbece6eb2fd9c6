/** Readiness and standing of one trainee, from rows. */
import { listObservations, type SeenObservation } from '#db/observations.ts'
import { listSignOffs, type SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/course.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/assess.ts'
import { standingAt, type Standing } from '#domain/readiness/standing.ts'
import { loadCompetencies } from './load-course.ts'
import type { Learner } from './learner.ts'

export interface TraineeState {
  readonly readiness: Readiness
  readonly standing: Standing
  /** Newest first. */
  readonly signOffs: readonly SeenSignOff[]
  /** Newest first. */
  readonly observations: readonly SeenObservation[]
}

export async function loadTraineeState(
  learner: Learner,
  language: Language,
  now: number,
): Promise<TraineeState> {
  const [observations, signOffs] = await Promise.all([
    listObservations(learner.person),
    listSignOffs(learner.person),
  ])
  const readiness = assessReadiness(loadCompetencies(language), {
    course: learner.course,
    progress: learner.progress,
    observations,
  })
  const lapsed = readiness.lines.some((line) => line.needs.some((need) => need.lapsed))
  const pause = learner.progress['pause']
  const pausedSince = pause?.kind === 'pause' ? pause.since : null
  const standing = standingAt({ signOffs, askedAt: learner.askedAt, lapsed, pausedSince }, now)
  return { readiness, standing, signOffs, observations }
}
