import { rateConfidence as rate, type Rated } from '#domain/learning/rate-confidence.ts'
import type { When } from '#domain/learning/ratings.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { one, type Form } from '#server/forms/read-form.ts'
import { saveMade, type Learner } from './learner.ts'

export type RateOutcome =
  | { readonly kind: 'saved' }
  /** Something else was saved from this form before: browser Back, or an old tab. */
  | { readonly kind: 'kept' }
  | Exclude<Rated, { kind: 'made' }>

/** The field of a competency in the form. */
export const ratingField = (competency: string): string => `rating-${competency}`

/** Saves how sure the trainee feels. */
export async function rateConfidence(
  learner: Learner,
  when: When,
  competencies: readonly Competency[],
  form: Form,
  recordId: string,
  now: number,
): Promise<RateOutcome> {
  const typed = Object.fromEntries(competencies.map(({ id }) => [id, one(form, ratingField(id))]))
  const rated = rate(learner.course, learner.progress, when, typed)
  if (rated.kind !== 'made') return rated
  const [saved] = await saveMade(learner, [{ ...rated.made, id: recordId }], now)
  return { kind: saved === 'conflict' ? 'kept' : 'saved' }
}
