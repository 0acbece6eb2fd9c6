/** The page of a mentor's support reviews, for coordinators. */
import { together } from '#db/client.ts'
import { mattersQuery } from '#db/follow-ups.ts'
import { progressQuery } from '#db/records.ts'
import { reviewsQuery, type SeenReview } from '#db/reviews.ts'
import { signOffsQuery } from '#db/sign-offs.ts'
import { mentorsUnder } from '#domain/readiness/standing.ts'
import { groundOf, meetingsSince, reviewDueOn } from '#domain/reviews/rhythm.ts'
import { decisionsOf } from '#server/readiness/decisions-of.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'

export interface ShownMentorReviews {
  /** Newest first. */
  readonly reviews: readonly SeenReview[]
  /** The day of the next one, `YYYY-MM-DD`; null for whoever mentors nobody. */
  readonly due: string | null
  readonly isOverdue: boolean
  /** Days on which they met a mentee since their sign-off, oldest first; null without one. */
  readonly meetings: readonly string[] | null
  /** The latest review, where well-being was low and nothing was said about it; never to the mentor. */
  readonly hardAbout: string | null
}

export async function showMentorReviews(
  { by, trainee }: OpenRecord,
  now: number,
): Promise<ShownMentorReviews> {
  const { id, programme } = trainee
  const { today, timeZone } = momentOf(programme, now)
  const { progress, reviews, signOffs, matters } = await together({
    progress: progressQuery(id),
    reviews: reviewsQuery(id, programme),
    signOffs: signOffsQuery(id),
    matters: mattersQuery(id, programme, today),
  })
  const decisions = decisionsOf(signOffs)
  const noted = { nextOn: reviews[0]?.nextOn ?? null, meetings: meetingsOf({ progress }) }
  const ground = groundOf(decisions, noted, now)
  const due = ground && reviewDueOn(ground)
  const under = mentorsUnder(decisions, now)
  const meetings = under && meetingsSince(under.decidedAt, noted.meetings, timeZone)
  const hard = matters.find(({ kind, waits }) => kind === 'wellbeing' && waits && by.id !== id)
  return {
    reviews,
    due,
    isOverdue: due !== null && due < today,
    meetings,
    hardAbout: hard?.about ?? null,
  }
}
