/** A mentor's support reviews and the meetings that they noted. */
import { together } from '#db/client.ts'
import { reviewsQuery, type SeenReview } from '#db/reviews.ts'
import { signOffsQuery } from '#db/sign-offs.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { rememberedOf, type Remembered } from '#domain/learning/remembered.ts'
import type { Meeting } from '#domain/learning/progress.ts'
import { programmesAs } from '#domain/people/person.ts'
import { mentorsUnder } from '#domain/readiness/standing.ts'
import { firstSignOff } from '#domain/reviews/rhythm.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { decisionsOf } from '#server/readiness/decisions-of.ts'
import type { OwnLearner } from '#server/learning/learner.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'
import { rememberingOf } from './remembering.ts'

export interface OwnReviews {
  readonly programme: string
  /** Newest first. */
  readonly reviews: readonly SeenReview[]
  /** Since when they could meet mentees, `YYYY-MM-DD`; null for whoever does not mentor. */
  readonly since: string | null
  /** Of their decision cards, as the coordinator is told at the review; null where they have none. */
  readonly remembered: Remembered | null
  /** Oldest day first. */
  readonly meetings: readonly Meeting[]
}

/** Null for whoever is no trainee: the page is not there. */
export async function showOwnReviews(learner: OwnLearner, now: number): Promise<OwnReviews | null> {
  const [programme] = programmesAs(learner.by, 'trainee')
  if (programme === undefined) return null
  const { reviews, signOffs } = await together({
    reviews: reviewsQuery(learner.by.id, null),
    signOffs: signOffsQuery(learner.by.id),
  })
  const decisions = decisionsOf(signOffs)
  const since = mentorsUnder(decisions, now) && firstSignOff(decisions)
  const { today, timeZone } = momentOf(programme, now)
  const of = rememberingOf(learner, decisions, timeZone, now)
  const last = reviews[0] ? dayAt(reviews[0].heldAt, timeZone) : ''
  const remembered = rememberedOf(of, last, today)
  return { programme, reviews, since, remembered, meetings: meetingsOf(learner) }
}
