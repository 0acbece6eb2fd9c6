import { confidenceItem, isRating, type Ratings, type When } from '#domain/learning/ratings.ts'
import { mayRate } from '#domain/learning/confidence.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { saveMade, type Learner } from './learner.ts'
import { one, type Form } from '#server/forms/read-form.ts'

export type RateOutcome =
  | { readonly kind: 'saved' }
  /** Something else was saved from this form before: browser Back, or an old tab. */
  | { readonly kind: 'kept' }
  /** It is too late for "before", or too early for "after". */
  | { readonly kind: 'closed' }
  | { readonly kind: 'empty' }
  /** Ids of the lines whose number is not from 0 to 10. */
  | { readonly kind: 'no-such-number'; readonly competencies: readonly string[] }

/** The field of a competency in the form. */
export const ratingField = (competency: string): string => `rating-${competency}`

/** Saves how sure the trainee feels; lines may be left out, and the latest rating counts as a whole. */
export async function rateConfidence(
  learner: Learner,
  when: When,
  competencies: readonly Competency[],
  form: Form,
  recordId: string,
  now: number,
): Promise<RateOutcome> {
  if (!mayRate(learner.course, learner.progress, when)) return { kind: 'closed' }
  const typed = competencies
    .map(({ id }) => ({ id, text: one(form, ratingField(id)) }))
    .filter(({ text }) => text !== '')
  const wrong = typed.filter(({ text }) => !/^\d{1,2}$/.test(text) || !isRating(Number(text)))
  if (wrong.length) return { kind: 'no-such-number', competencies: wrong.map(({ id }) => id) }
  if (typed.length === 0) return { kind: 'empty' }
  const ratings: Ratings = Object.fromEntries(typed.map(({ id, text }) => [id, Number(text)]))
  const [saved] = await saveMade(
    learner,
    [
      {
        id: recordId,
        item: confidenceItem(when),
        revision: 1,
        kind: 'confidence-rated',
        value: { when, ratings },
      },
    ],
    now,
  )
  return { kind: saved === 'conflict' ? 'kept' : 'saved' }
}
