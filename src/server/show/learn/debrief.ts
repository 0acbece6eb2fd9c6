/** What is said about a practice session that ended, and what its trainee would say next time. */
import { findStep, type Step } from '#domain/course/course.ts'
import { ownWordsOf, type Ending, type Session } from '#domain/course/session.ts'
import { sessionProgressOf, type WrittenProgress } from '#domain/learning/progress.ts'
import { onwardFrom } from '#domain/learning/steps.ts'
import { exchangesOf, type Exchange } from '#domain/practice/road.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface Debrief {
  readonly session: Session
  /** Their own words of last time, or null. */
  readonly written: WrittenProgress | null
  /** The run that was asked for, else the latest; null where none has ended. */
  readonly run: { readonly exchanges: readonly Exchange[]; readonly ending: Ending } | null
  /** What comes after the session, or null. */
  readonly next: Step | null
}

/** Null where the course has no such session. @param id item id @param run as it stands in the address */
export function showDebrief(
  { course, progress }: Learner,
  id: string,
  run: string | null,
): Debrief | null {
  const step = findStep(course, id)
  if (step?.kind !== 'session') return null
  const session = step.item
  const written = progress[ownWordsOf(id)]
  const all = sessionProgressOf(progress, id)?.ended ?? []
  const ended = all.find((one) => one.id === run) ?? all.at(-1)
  const ending = session.endings.find((one) => one.id === ended?.ending) ?? session.endings[0]
  return {
    session,
    written: written?.kind === 'written' ? written : null,
    run: ended && ending ? { exchanges: exchangesOf(session, ended.road), ending } : null,
    next: onwardFrom(course, progress, id),
  }
}
