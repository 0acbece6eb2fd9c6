/** The page on which a support review is written. */
import { together } from '#db/client.ts'
import type { OpenForm } from '#db/open-forms.ts'
import { signOffsQuery } from '#db/sign-offs.ts'
import { reviewsQuery, type SeenReview } from '#db/reviews.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { rememberedOf, type Remembered } from '#domain/learning/remembered.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { openForm } from '#server/forms/open-form.ts'
import { learnerFrom, learnerQueries, type Learner } from '#server/learning/learner.ts'
import { decisionsOf } from '#server/readiness/decisions-of.ts'
import { rememberingOf } from '#server/show/learn/remembering.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

export interface ShownReviewForm {
  readonly learner: Learner
  /** Of their decision cards since the last review; null where they have none. */
  readonly remembered: Remembered | null
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
  const found = await together({
    ...learnerQueries(id),
    reviews: reviewsQuery(id, programme),
    signOffs: signOffsQuery(id),
  })
  const learner = learnerFrom(id, course, found)
  const { today, timeZone } = momentOf(programme, now)
  const of = rememberingOf(learner, decisionsOf(found.signOffs), timeZone, now)
  const last = found.reviews[0]?.heldAt
  return {
    learner,
    remembered: rememberedOf(of, last === undefined ? '' : dayAt(last, timeZone), today),
    reviews: found.reviews,
    others: found.reviews.filter(({ coordinator }) => coordinator !== by.id),
    writing: await openForm(by, programme, `review:${id}`, now),
  }
}
