/** Rating how sure one feels: lines may be left out, and the latest rating counts as a whole. */
import type { Course } from '#domain/course/course.ts'
import { mayRate } from './confidence.ts'
import type { Progress } from './progress.ts'
import { confidenceItem, isRating, type Ratings, type When } from './ratings.ts'
import type { Made } from './record.ts'

export type Rated =
  | { readonly kind: 'made'; readonly made: Made<'confidence-rated'> }
  /** It is too late for "before", or too early for "after". */
  | { readonly kind: 'closed' }
  | { readonly kind: 'empty' }
  /** Ids of the lines whose number is not from 0 to 10. */
  | { readonly kind: 'no-such-number'; readonly competencies: readonly string[] }

/** @param typed what stands in the field of each competency */
export function rateConfidence(
  course: Course,
  progress: Progress,
  when: When,
  typed: Readonly<Record<string, string>>,
): Rated {
  if (!mayRate(course, progress, when)) return { kind: 'closed' }
  const given = Object.entries(typed).filter(([, text]) => text !== '')
  const wrong = given.filter(([, text]) => !/^\d{1,2}$/.test(text) || !isRating(Number(text)))
  if (wrong.length) return { kind: 'no-such-number', competencies: wrong.map(([id]) => id) }
  if (given.length === 0) return { kind: 'empty' }
  const ratings = Object.fromEntries(given.map(([id, text]) => [id, Number(text)]))
  return { kind: 'made', made: ratingMade(when, ratings) }
}

export const ratingMade = (when: When, ratings: Ratings): Made<'confidence-rated'> => ({
  kind: 'confidence-rated',
  item: confidenceItem(when),
  revision: 1,
  value: { when, ratings },
})
