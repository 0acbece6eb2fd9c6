/** A mentor's support reviews and the meetings that they noted. */
import { together } from '#db/client.ts'
import { reviewsQuery, type SeenReview } from '#db/reviews.ts'
import { signOffsQuery, type SeenSignOff } from '#db/sign-offs.ts'
import type { Meeting } from '#domain/learning/progress.ts'
import { programmesAs } from '#domain/people/person.ts'
import { firstSignOff, mentorsUnder } from '#domain/reviews/rhythm.ts'
import type { OwnLearner } from '#server/learning/learner.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'

export interface OwnReviews {
  readonly programme: string
  /** Newest first. */
  readonly reviews: readonly SeenReview[]
  /** Newest first. */
  readonly signOffs: readonly SeenSignOff[]
  /** Since when they could meet mentees, `YYYY-MM-DD`; null for whoever does not mentor. */
  readonly since: string | null
  /** Oldest day first. */
  readonly meetings: readonly Meeting[]
}

/** Null for whoever is no trainee: the page is not there. */
export async function showOwnReviews(learner: OwnLearner): Promise<OwnReviews | null> {
  const [programme] = programmesAs(learner.by, 'trainee')
  if (programme === undefined) return null
  const { reviews, signOffs } = await together({
    reviews: reviewsQuery(learner.by.id, null),
    signOffs: signOffsQuery(learner.by.id),
  })
  const since = mentorsUnder(signOffs) && firstSignOff(signOffs, timeZoneOf(programme))
  return { programme, reviews, signOffs, since, meetings: meetingsOf(learner) }
}
