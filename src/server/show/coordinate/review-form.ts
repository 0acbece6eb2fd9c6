/** The page on which a support review is written. */
import { together } from '#db/client.ts'
import type { OpenForm } from '#db/open-forms.ts'
import { reviewsQuery, type SeenReview } from '#db/reviews.ts'
import { openForm } from '#server/forms/open-form.ts'
import { learnerFrom, learnerQueries, type Learner } from '#server/learning/learner.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

export interface ShownReviewForm {
  readonly learner: Learner
  /** Newest first. */
  readonly reviews: readonly SeenReview[]
  /** Those of them that other coordinators wrote. */
  readonly others: readonly SeenReview[]
  /** Who else has the form open. */
  readonly writing: readonly OpenForm[]
}

export async function showReviewForm(
  { by, trainee, course }: OpenRecord,
  now: number,
): Promise<ShownReviewForm> {
  const { id, programme } = trainee
  const found = await together({ ...learnerQueries(id), reviews: reviewsQuery(id, programme) })
  return {
    learner: learnerFrom(id, course, found),
    reviews: found.reviews,
    others: found.reviews.filter(({ coordinator }) => coordinator !== by.id),
    writing: await openForm(by, programme, `review:${id}`, now),
  }
}
