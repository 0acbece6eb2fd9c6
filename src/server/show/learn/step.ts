/** A lesson, a practice session before it begins, a reflection or an exercise. */
import type { Moment } from '#domain/calendar/days.ts'
import { cardsOf } from '#domain/course/cards.ts'
import { findStep, type Module, type Step } from '#domain/course/course.ts'
import { cardKept, cardShown } from '#domain/learning/cards.ts'
import { noteIn, sessionProgressOf, type WrittenProgress } from '#domain/learning/progress.ts'
import { onwardFrom, stateOf } from '#domain/learning/steps.ts'
import { warmUpOn, type WarmUp } from '#domain/learning/warm-up.ts'
import { bestRun } from '#domain/practice/run.ts'
import type { Learner } from '#server/learning/learner.ts'
import type { WritingStep } from '#server/learning/save-writing.ts'

export interface ShownLesson {
  readonly kind: 'lesson'
  readonly step: Extract<Step, { kind: 'lesson' }>
  readonly isRead: boolean
  /** The card that is shown, from 1. */
  readonly card: number
  /** The card at which they stopped; 0 where they did not. */
  readonly stoppedAt: number
  /** Nobody asked for a card. */
  readonly cameBack: boolean
  /** What comes after it, or null. */
  readonly next: Step | null
  /** Cards from earlier modules that its module begins with; null where it was begun, or nothing was passed before. */
  readonly warmUp: WarmUp | null
  /** The own note on it, as it was saved last; '' for none. */
  readonly note: string
}

export interface ShownSession {
  readonly kind: 'session'
  readonly step: Extract<Step, { kind: 'session' }>
  /** What must be done first; empty where it is open. */
  readonly needs: readonly Module[]
  readonly hasBegun: boolean
  readonly timesDone: number
  /** Id of the best run that ended, or null. */
  readonly bestRun: string | null
}

export interface ShownWriting {
  readonly kind: 'writing'
  readonly step: WritingStep
  /** What was saved last, or null. */
  readonly written: WrittenProgress | null
  /** What comes after it, or null. */
  readonly next: Step | null
}

/** Null where the course has no such step; a quiz has pages of its own. @param id item id @param asked section of a lesson, 0 for none */
export function showStep(
  learner: Learner,
  id: string,
  asked: number,
  { today, timeZone }: Pick<Moment, 'today' | 'timeZone'>,
): ShownLesson | ShownSession | ShownWriting | null {
  const { course, progress } = learner
  const step = findStep(course, id)
  if (!step || step.kind === 'quiz') return null
  if (step.kind === 'session') {
    const state = stateOf(course, progress, step)
    const have = sessionProgressOf(progress, id)
    return {
      kind: 'session',
      step,
      needs: state.kind === 'blocked' ? state.needs : [],
      hasBegun: (have?.open?.road.length ?? 0) > 0,
      timesDone: have?.ended.length ?? 0,
      bestRun: (have && bestRun(have)?.id) ?? null,
    }
  }
  const have = progress[id]
  const next = onwardFrom(course, progress, id)
  if (step.kind !== 'lesson')
    return { kind: 'writing', step, written: have?.kind === 'written' ? have : null, next }
  const cards = cardsOf(step.item.html)
  const stoppedAt = cardKept(have, cards)
  return {
    kind: 'lesson',
    step,
    isRead: have?.kind === 'lesson',
    card: cardShown(asked, stoppedAt, cards),
    stoppedAt,
    cameBack: asked === 0,
    next,
    warmUp: warmUpOn({ ...learner, timeZone }, step, today),
    note: noteIn(progress, id),
  }
}
