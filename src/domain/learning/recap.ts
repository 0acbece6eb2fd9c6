/** Who comes back after a while is told where they left, and what they had just learnt. */
import type { Span } from '#domain/calendar/spans.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { cardsOf } from '#domain/course/cards.ts'
import { allSteps, type Course, type Step } from '#domain/course/course.ts'
import type { Progress } from './progress.ts'

/** Away without a pause for so long, milliseconds: then somebody is glad of a word. */
export const AWAY_AFTER = 14 * DAY_MS
/** More would be the lesson again. */
const MOST_LINES = 4

export interface Recap {
  /** What they did last. */
  readonly left: Step
  /** When, milliseconds since 1970. */
  readonly at: number
  /** The lesson that they had read last before that, and the headings of its parts; null before the first. */
  readonly learnt: { readonly title: string; readonly lines: readonly string[] } | null
}

export interface Away {
  /** Item of the latest work, and when it was, milliseconds since 1970; null before any. */
  readonly lastItem: string | null
  readonly lastAt: number | null
  readonly pauses: readonly Span[]
}

/**
 * From the work alone, so that it goes with the next step: once a return, on whatever device.
 * @returns null for who was not away, pauses still, or has not begun
 */
export function recapOf(
  course: Course,
  progress: Progress,
  { lastItem, lastAt, pauses }: Away,
  now: number,
): Recap | null {
  const steps = allSteps(course)
  const at = steps.findIndex(({ item }) => item.id === lastItem)
  const left = steps[at]
  const pause = pauses.at(-1)
  if (!left || lastAt === null || pause?.until === null) return null
  const isBack = pause !== undefined && pause.until >= lastAt
  if (!isBack && now - lastAt < AWAY_AFTER) return null
  return { left, at: lastAt, learnt: learntBefore(steps.slice(0, at + 1), progress) }
}

function learntBefore(steps: readonly Step[], progress: Progress): Recap['learnt'] {
  for (const step of steps.toReversed())
    if (step.kind === 'lesson' && progress[step.item.id]?.kind === 'lesson')
      return {
        title: step.item.title,
        lines: cardsOf(step.item.html)
          .map(({ title }) => title)
          .filter((title) => title !== '')
          .slice(0, MOST_LINES),
      }
  return null
}
