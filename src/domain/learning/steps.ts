/** Where a trainee stands: the state of each step, what is done, what comes next. */
import {
  allSteps,
  findModule,
  findStep,
  sessionsAsked,
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
  /** A practice session that is not needed any more: as many as the module asks for have ended. Never unfinished work. */
  | { readonly kind: 'more-practice' }

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
    if (servedBy(course, step).every((one) => hasPractisedEnough(progress, one)))
      return { kind: 'more-practice' }
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
  const { done, of } = tallyOf(course, progress, module)
  return done === of
}

/** Where it stands, and the packs that share it. */
const servedBy = ({ modules }: Course, { module, item }: Step): readonly Module[] => [
  module,
  ...modules.filter(({ shared = [] }) => shared.includes(item.id)),
]

const endedIn = (progress: Progress, { sessions, shared = [] }: Module): number =>
  [...sessions.map(({ id }) => id), ...shared].filter((id) => {
    const have = progress[id]
    return have?.kind === 'session' && have.ended.length > 0
  }).length

const hasPractisedEnough = (progress: Progress, module: Module): boolean =>
  endedIn(progress, module) >= sessionsAsked(module)

/** What a list shows of a module: its steps, and those elsewhere that a pack shares, before its quiz. */
export function listedSteps(course: Course, module: Module): Step[] {
  const own = stepsOf(module)
  const shared = (module.shared ?? []).flatMap((id) => findStep(course, id) ?? [])
  const isBefore = ({ kind }: Step): boolean => kind === 'lesson' || kind === 'session'
  return [...own.filter(isBefore), ...shared, ...own.filter((step) => !isBefore(step))]
}

export interface Tally {
  readonly done: number
  readonly of: number
}

/** Required steps done of a module, or of the whole course: of its practice sessions as many as are asked, whichever they are. */
export function tallyOf(course: Course, progress: Progress, module?: Module): Tally {
  const all = (module ? [module] : course.modules).map((one): Tally => {
    const asked = sessionsAsked(one)
    const others = stepsOf(one).filter((step) => isRequired(step) && step.kind !== 'session')
    const done = others.filter((step) => isDone(stateOf(course, progress, step))).length
    return { done: done + Math.min(asked, endedIn(progress, one)), of: others.length + asked }
  })
  return {
    done: all.reduce((sum, one) => sum + one.done, 0),
    of: all.reduce((sum, one) => sum + one.of, 0),
  }
}

/**
 * The one rule for what comes next, for every "Carry on" and "Continue". A ★ question that changed comes first: it is
 * what a mentor lapses by. Then what was begun last, else the first open step after it; but never a locked step, and
 * never past ground on which nobody has been: then that comes first.
 * @param lastItem id of the item of the latest record, or null
 * @returns null when every required step is done
 */
export const nextStep = (
  course: Course,
  progress: Progress,
  lastItem: string | null,
): Step | null => pick(course, progress, lastItem, false)

/** @param left whether the step of `lastItem` is being left: then it is not where one carries on */
function pick(
  course: Course,
  progress: Progress,
  lastItem: string | null,
  left: boolean,
): Step | null {
  const at = allSteps(course).findIndex(({ item }) => item.id === lastItem)
  const all = allSteps(course).map((step, index) => ({
    step,
    index,
    state:
      left && index === at && step.kind === 'lesson'
        ? 'done'
        : stateOf(course, progress, step).kind,
  }))
  const refresher = all.find(({ state }) => state === 'refresh')
  if (refresher) return refresher.step
  const current = all[at]
  if (current && !left && isRequired(current.step) && isBegun(progress, current))
    return current.step
  const asked = all.filter(
    ({ step, state }) => isRequired(step) && state !== 'done' && state !== 'more-practice',
  )
  const isLent = ({ step }: (typeof all)[number]): boolean =>
    step.kind === 'session' && hasPractisedEnough(progress, step.module)
  // What only a pack asks for, of a module that has enough, comes after what the pack says itself.
  const required = [...asked.filter((one) => !isLent(one)), ...asked.filter(isLent)]
  const open = required.filter(({ state }) => state !== 'blocked')
  const untrodden = required.find(({ state }) => state === 'not-started' || state === 'blocked')
  const after = open.find(({ index }) => index > at)
  if (after && !(untrodden && untrodden.index < after.index)) return after.step
  if (untrodden && untrodden.state !== 'blocked') return untrodden.step
  return open[0]?.step ?? null
}

/** In the middle of it: a talk, a lesson, or a quiz with an attempt that is not finished. */
function isBegun(
  progress: Progress,
  { step, state }: { readonly step: Step; readonly state: StepState['kind'] },
): boolean {
  const have = progress[step.item.id]
  return state === 'in-progress' && !(have?.kind === 'quiz' && !have.open)
}

/**
 * What "Continue" leads to from a step that somebody leaves, by the same rule: a lesson counts as read. What may be
 * written is offered where it follows.
 * @returns null when every required step is done
 */
export function onwardFrom(course: Course, progress: Progress, id: string): Step | null {
  const next = pick(course, progress, id, true)
  if (next && stateOf(course, progress, next).kind === 'refresh') return next
  const [from, following] = [findStep(course, id), stepAfter(course, id)]
  const offered =
    following !== null &&
    !isRequired(following) &&
    following.module.slug === from?.module.slug &&
    progress[following.item.id] === undefined
  return offered ? following : next
}

/** The step after this one in the course, whatever its state; null after the last. */
function stepAfter(course: Course, id: string): Step | null {
  const steps = allSteps(course)
  const at = steps.findIndex((step) => step.item.id === id)
  return at < 0 ? null : (steps[at + 1] ?? null)
}
