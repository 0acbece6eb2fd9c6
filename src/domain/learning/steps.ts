/** Where a trainee stands: the state of each step, what is done, what comes next. */
import {
  allSteps,
  findModule,
  stepsOf,
  type Course,
  type Module,
  type Step,
} from '#domain/course/course.ts'
import { questionsToRefresh } from '#domain/quiz/grade.ts'
import type { Progress } from './progress.ts'

export type StepState =
  | { readonly kind: 'done' }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'not-started' }
  /** A ★ question was revised since it was passed. */
  | { readonly kind: 'refresh' }
  /** Modules that must be done first. */
  | { readonly kind: 'blocked'; readonly needs: readonly Module[] }

export function stateOf(course: Course, progress: Progress, step: Step): StepState {
  const have = progress[step.item.id]
  if (step.kind === 'quiz' && have?.kind === 'quiz') {
    if (have.passed)
      return questionsToRefresh(step.item, have).length ? { kind: 'refresh' } : { kind: 'done' }
    return have.open || have.last ? { kind: 'in-progress' } : { kind: 'not-started' }
  }
  if (step.kind === 'session') {
    if (have?.kind === 'session' && have.ended.length) return { kind: 'done' }
    const needs = step.item.needs.flatMap((slug) => {
      const module = findModule(course, slug)
      return module && !isModuleDone(course, progress, module) ? [module] : []
    })
    if (needs.length) return { kind: 'blocked', needs }
    return have ? { kind: 'in-progress' } : { kind: 'not-started' }
  }
  if (have?.kind === 'lesson-open') return { kind: 'in-progress' }
  return have ? { kind: 'done' } : { kind: 'not-started' }
}

/** What a person writes is theirs to do or to leave; lessons, sessions and the quiz make a module done. */
export const isRequired = (step: Step): boolean =>
  step.kind !== 'reflection' && step.kind !== 'exercise'

/** A quiz that only waits for a refresher still counts as done. */
export const isDone = (state: StepState): boolean =>
  state.kind === 'done' || state.kind === 'refresh'

export function isModuleDone(course: Course, progress: Progress, module: Module): boolean {
  return stepsOf(module)
    .filter(isRequired)
    .every((step) => isDone(stateOf(course, progress, step)))
}

export interface Tally {
  readonly done: number
  readonly of: number
}

/** Required steps done of a module, or of the whole course. */
export function tallyOf(course: Course, progress: Progress, module?: Module): Tally {
  const steps = (module ? stepsOf(module) : allSteps(course)).filter(isRequired)
  return {
    done: steps.filter((step) => isDone(stateOf(course, progress, step))).length,
    of: steps.length,
  }
}

/**
 * What "Carry on" leads to: what was begun last, else the first open step after it, else the first open step at all.
 * @param lastItem id of the item of the latest record, or null
 * @returns null when every required step is done
 */
export function nextStep(course: Course, progress: Progress, lastItem: string | null): Step | null {
  const steps = allSteps(course)
  const open = (step: Step): boolean => {
    const state = stateOf(course, progress, step).kind
    return isRequired(step) && state !== 'done' && state !== 'blocked'
  }
  const at = steps.findIndex((step) => step.item.id === lastItem)
  const current = steps[at]
  if (current && open(current)) return current
  return steps.slice(at + 1).find(open) ?? steps.find(open) ?? null
}

/** The step after this one in the course, whatever its state; null after the last. */
export function stepAfter(course: Course, id: string): Step | null {
  const steps = allSteps(course)
  const at = steps.findIndex((step) => step.item.id === id)
  return at < 0 ? null : (steps[at + 1] ?? null)
}
