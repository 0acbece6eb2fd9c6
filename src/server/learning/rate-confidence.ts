import { rateConfidence as rate, type Rated } from '#domain/learning/rate-confidence.ts'
import type { When } from '#domain/learning/ratings.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { saveMade, type ActingLearner } from './learner.ts'

export type RateOutcome =
  | { readonly kind: 'saved' }
  /** Something else was saved from this form before: browser Back, or an old tab. */
  | { readonly kind: 'kept' }
  | Exclude<Rated, { kind: 'made' }>

/** The field of a competency in the form. */
export const ratingField = (competency: string): string => `rating-${competency}`

/** Saves how sure the trainee feels. @param typed what stands in the field of each competency, by its id */
export async function rateConfidence(
  learner: ActingLearner,
  when: When,
  competencies: readonly Competency[],
  typed: Readonly<Record<string, string>>,
  recordId: string,
  now: number,
): Promise<RateOutcome> {
  const known = Object.fromEntries(competencies.map(({ id }) => [id, typed[id] ?? '']))
  const rated = rate(learner.course, learner.progress, when, known)
  if (rated.kind !== 'made') return rated
  const [saved] = await saveMade(learner, [{ ...rated.made, id: recordId }], now)
  return { kind: saved === 'conflict' ? 'kept' : 'saved' }
}
