/** The page of the second signature, where a programme asks for two. */
import { together } from '#db/client.ts'
import type { SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/language.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { findProgramme, loadCompetencies } from '#server/course/load-course.ts'
import { learnerFrom, learnerQueries } from '#server/learning/learner.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'
import { stateFrom, stateQueries, type TraineeState } from '#server/readiness/readiness.ts'
import { isAnother } from '#server/readiness/sign-second.ts'

export interface ShownSecondSignature {
  readonly signOff: SeenSignOff
  readonly state: TraineeState
  readonly competencies: readonly Competency[]
  readonly areas: Readonly<Record<string, string>>
  /** False for whoever decided, and for the mentor. */
  readonly maySign: boolean
}

/** Null where no decision waits for one. */
export async function showSecondSignature(
  { by, trainee, course }: OpenRecord,
  language: Language,
  now: number,
): Promise<ShownSecondSignature | null> {
  const { id, programme } = trainee
  const found = await together({ ...learnerQueries(id), ...stateQueries(id) })
  const state = stateFrom(learnerFrom(id, course, found), found, language, now)
  const [signOff] = state.signOffs
  if (signOff?.decision !== 'ready' || signOff.withdrawnAt !== null) return null
  if (signOff.secondSince === null || signOff.secondSignedAt !== null) return null
  return {
    signOff,
    state,
    competencies: loadCompetencies(language),
    areas: findProgramme(programme, language)?.areas ?? {},
    maySign: isAnother(by, signOff),
  }
}
