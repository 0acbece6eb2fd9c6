/** How sure a trainee feels before the course and after it, line by line. Voluntary; nothing is decided by it. */
import type { Course } from '#domain/course/course.ts'
import type { Progress, RatedProgress } from './progress.ts'
import { confidenceItem, WHENS, type Ratings, type When } from './ratings.ts'
import { tallyOf } from './steps.ts'

export const ratedProgressOf = (progress: Progress, when: When): RatedProgress | null => {
  const have = progress[confidenceItem(when)]
  return have?.kind === 'rated' ? have : null
}

/** "Before" may be said and changed until half of the course is done, "after" once every required step is. */
export function mayRate(course: Course, progress: Progress, when: When): boolean {
  const { done, of } = tallyOf(course, progress)
  return when === 'before' ? done * 2 < of : of > 0 && done === of
}

/** What the trainee's home asks for now; null where there is nothing to ask. */
export const ratingToOffer = (course: Course, progress: Progress): When | null =>
  WHENS.find((when) => mayRate(course, progress, when) && !ratedProgressOf(progress, when)) ?? null

export type Change = 'surer' | 'same' | 'less-sure'

export interface ConfidenceLine {
  readonly competency: string
  /** Null where nothing was said. */
  readonly before: number | null
  readonly after: number | null
  /** Null where one of the two is missing. */
  readonly change: Change | null
}

export interface ConfidenceComparison {
  /** One line for each competency that was rated at least once, in the order of `competencies`. */
  readonly lines: readonly ConfidenceLine[]
  /** How many lines have both, and how they changed. */
  readonly compared: number
  readonly surer: number
  readonly same: number
  readonly lessSure: number
}

/**
 * @param competencies ids in the order in which they are shown; ratings of others are left out
 * @param before null where nothing was said before
 */
export function compareConfidence(
  competencies: readonly string[],
  before: Ratings | null,
  after: Ratings | null,
): ConfidenceComparison {
  const lines = competencies
    .map((competency): ConfidenceLine => {
      const was = before?.[competency] ?? null
      const is = after?.[competency] ?? null
      return { competency, before: was, after: is, change: changeOf(was, is) }
    })
    .filter((line) => line.before !== null || line.after !== null)
  const count = (change: Change): number => lines.filter((line) => line.change === change).length
  const [surer, same, lessSure] = [count('surer'), count('same'), count('less-sure')]
  return { lines, compared: surer + same + lessSure, surer, same, lessSure }
}

function changeOf(before: number | null, after: number | null): Change | null {
  if (before === null || after === null) return null
  return after > before ? 'surer' : after < before ? 'less-sure' : 'same'
}
