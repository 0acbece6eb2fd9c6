/** The day of the next support review: for the mentor, and for their coordinators. */
import { findReview, listReviews } from '#db/reviews.ts'
import { findTrainee } from '#db/trainees.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'

export interface ReviewDate {
  /** Id of the first review: one that was held earlier than planned moves the date of the one event. */
  readonly first: string
  /** `YYYY-MM-DD` */
  readonly nextOn: string
  /** How many reviews there were before this one. */
  readonly before: number
}

/** Null for somebody else's as for one that is not there. */
export async function showReviewDate(by: Person, id: string): Promise<ReviewDate | null> {
  const review = isUuid(id) ? await findReview(id) : null
  if (!review) return null
  const isTheirs = review.person === by.id
  const trainee = isTheirs
    ? null
    : await findTrainee(review.person, programmesAs(by, 'coordinator'))
  if (!isTheirs && trainee?.programme !== review.programme) return null
  const reviews = await listReviews(review.person, review.programme, 1000)
  const at = reviews.findIndex((one) => one.id === id)
  return {
    first: reviews.at(-1)?.id ?? id,
    nextOn: review.nextOn,
    before: at < 0 ? 0 : reviews.length - 1 - at,
  }
}
