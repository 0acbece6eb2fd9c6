/** A task of coordinators: one reason for which somebody must do something about one person, application or invitation. */
import { DANGERS, PERSON_REASONS, type PersonReason, type Reason } from './attention.ts'

/** What can be done with a task besides doing it. */
export const TASK_ACTS = ['take', 'hand', 'put-off', 'give-back'] as const
export type TaskAct = (typeof TASK_ACTS)[number]

/** Danger is followed up (what was done, and from when it waits again); it is never put off without that. */
export const mayPutOff = (reason: Reason): boolean => !DANGERS.some((one) => one === reason)

/** Whose: the viewer's and nobody's; the viewer's alone; everybody's, with what was put off. */
export const WHOSE = ['open', 'mine', 'all'] as const
export type Whose = (typeof WHOSE)[number]

/** More of one kind than this are not counted: nobody reads so far. */
export const MOST_COUNTED = 500

/** What a record offers first: what presses most of what waits; else the decision, where everything is there for one; else a role play. */
export type NextAct = PersonReason | 'decide' | 'watch'

/** @param reasons of one person, in any order @param readyToDecide every line is met, and no decision holds */
export const nextAct = (reasons: readonly PersonReason[], readyToDecide: boolean): NextAct =>
  mostPressing(reasons) ?? (readyToDecide ? 'decide' : 'watch')

const mostPressing = (reasons: readonly PersonReason[]): PersonReason | null =>
  PERSON_REASONS.find((reason) => reasons.includes(reason)) ?? null
