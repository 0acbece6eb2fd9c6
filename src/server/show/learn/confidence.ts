/** How sure somebody feels: what they said, and the form in which they say it. */
import type { Language } from '#domain/course/language.ts'
import { mayRate, ratedProgressOf } from '#domain/learning/confidence.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { isWhen, WHENS, type Ratings, type When } from '#domain/learning/ratings.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import type { Learner } from '#server/learning/learner.ts'

export interface Confidence {
  readonly progress: Progress
  readonly competencies: readonly Competency[]
  /** What may be said now, and whether it was said before. */
  readonly open: readonly { readonly when: When; readonly isRated: boolean }[]
}

export const showConfidence = ({ course, progress }: Learner, language: Language): Confidence => ({
  progress,
  competencies: loadCompetencies(language),
  open: WHENS.filter((when) => mayRate(course, progress, when)).map((when) => ({
    when,
    isRated: ratedProgressOf(progress, when) !== null,
  })),
})

export interface RatingForm {
  readonly when: When
  /** False where it is too late for "before", or too early for "after". */
  readonly isOpen: boolean
  readonly competencies: readonly Competency[]
  /** What was said last, by competency. */
  readonly saved: Ratings
}

/** Null where there is no such rating. @param when as it stands in the address */
export const showRatingForm = (
  { course, progress }: Learner,
  when: string | undefined,
  language: Language,
): RatingForm | null =>
  isWhen(when)
    ? {
        when,
        isOpen: mayRate(course, progress, when),
        competencies: loadCompetencies(language),
        saved: ratedProgressOf(progress, when)?.ratings ?? {},
      }
    : null
