/** The end of the course: what was done, and what happens next. */
import { allSteps } from '#domain/course/course.ts'
import { nextStep, stateOf } from '#domain/learning/steps.ts'
import type { Language } from '#domain/course/language.ts'
import type { Learner } from '#server/learning/learner.ts'
import { loadTraineeState, type TraineeState } from '#server/readiness/readiness.ts'

export interface Arrival {
  readonly state: TraineeState
  /** How many of each kind were done; `written` are reflections and exercises. */
  readonly done: {
    readonly lessons: number
    readonly quizzes: number
    readonly sessions: number
    readonly written: number
  }
  /** How many competencies are open. */
  readonly open: number
}

/** Null while something of the course is open: then this is not the end. */
export async function showArrival(
  learner: Learner,
  language: Language,
  now: number,
): Promise<Arrival | null> {
  const { course, progress, lastItem } = learner
  if (nextStep(course, progress, lastItem)) return null
  const state = await loadTraineeState(learner, language, now)
  const done = allSteps(course).filter((step) => stateOf(course, progress, step).kind === 'done')
  const count = (...kinds: string[]): number =>
    done.filter(({ kind }) => kinds.includes(kind)).length
  return {
    state,
    done: {
      lessons: count('lesson'),
      quizzes: count('quiz'),
      sessions: count('session'),
      written: count('reflection', 'exercise'),
    },
    open: state.readiness.lines.filter(({ met }) => !met).length,
  }
}
