/** A trainee's way to a sign-off: what is met, what is open, and whether they may ask. */
import type { Step } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { nextStep } from '#domain/learning/steps.ts'
import type { Readiness } from '#domain/readiness/assess.ts'
import type { Learner } from '#server/learning/learner.ts'
import { loadTraineeState, type TraineeState } from '#server/readiness/readiness.ts'

export interface WayToSignOff {
  readonly state: TraineeState
  /** What comes next in the course, or null. */
  readonly next: Step | null
  /** When they asked, while that waits for a decision; else null. */
  readonly askedOn: number | null
  /** Whether a person has something to say that no page can. */
  readonly hasEnded: boolean
  /** Whoever only waits for a signature has nothing to do: no list may say otherwise. */
  readonly asksForWork: boolean
  readonly met: Readiness['lines']
  readonly open: Readiness['lines']
}

export async function showWayToSignOff(
  learner: Learner,
  language: Language,
  now: number,
): Promise<WayToSignOff> {
  const state = await loadTraineeState(learner, language, now)
  const { told, facts, readiness } = state
  const isAsked = told.standing === 'waiting-for-sign-off'
  const hasEnded = told.act === 'call'
  return {
    state,
    next: nextStep(learner.course, learner.progress, learner.lastItem),
    askedOn: (isAsked ? facts.asked.at(-1) : null) ?? null,
    hasEnded,
    asksForWork: (!hasEnded && !told.standing.startsWith('waiting-for-')) || isAsked,
    met: readiness.lines.filter(({ met }) => met),
    open: readiness.lines.filter(({ met }) => !met),
  }
}
