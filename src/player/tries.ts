/**
 * Tries at a quiz, where whoever made the package asked that "failed" is told after some of them. A learning system
 * may open nothing again after "failed": so it is told only when there is nothing left that the learner could do.
 */
import { allSteps, type Course, type Step } from '#domain/course/course.ts'
import type { Manner } from '#domain/packages/packed.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { isDone, isRequired, stateOf } from '#domain/learning/steps.ts'

export type Tries = Pick<Manner, 'tries' | 'failure'>

/** Whether tries end at all; else they are only counted. */
const areCounted = ({ tries, failure }: Tries): boolean => failure === 'failed' && tries > 0

/** Not passed, and no try left. */
export function isUsedUp(progress: Progress, quiz: string, manner: Tries): boolean {
  const have = progress[quiz]
  return (
    areCounted(manner) &&
    have?.kind === 'quiz' &&
    !have.passed &&
    have.open === null &&
    have.tries >= manner.tries
  )
}

const mayDo = (course: Course, progress: Progress, manner: Tries, step: Step): boolean => {
  const state = stateOf(course, progress, step)
  return (
    isRequired(step) &&
    !isDone(state) &&
    state.kind !== 'blocked' &&
    state.kind !== 'more-practice' &&
    !isUsedUp(progress, step.item.id, manner)
  )
}

/** Whether anything that counts is left to do. */
export const mayGoOn = (course: Course, progress: Progress, manner: Tries): boolean =>
  allSteps(course).some((step) => mayDo(course, progress, manner, step))

/** @param next what the course's own rule leads to; a quiz without tries is passed over */
export function pastClosed(
  course: Course,
  progress: Progress,
  manner: Tries,
  next: Step | null,
): Step | null {
  if (!next || !isUsedUp(progress, next.item.id, manner)) return next
  return allSteps(course).find((step) => mayDo(course, progress, manner, step)) ?? null
}

/** Nothing is left to do, and not everything is done. */
export const isStuck = (course: Course, progress: Progress, manner: Tries): boolean =>
  allSteps(course).some(({ item }) => isUsedUp(progress, item.id, manner)) &&
  !mayGoOn(course, progress, manner)
