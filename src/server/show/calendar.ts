/** Somebody's own dates, for a calendar: sessions, the next support review, the end of a sign-off. Nobody else is named. */
import { calendarFeedQuery, sessionsInFeedQuery, type CalendarFeedRow } from '#db/calendar-feeds.ts'
import { read } from '#db/client.ts'
import { listReviews } from '#db/reviews.ts'
import type { CalendarEvent } from '#domain/calendar/ics.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { timeOf } from '#domain/learning/uuid.ts'
import { inLine } from '#domain/people/group-session.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { SESSION_CHANGES } from '#server/people/group-sessions.ts'
import { showRenewal } from './learn/renewal.ts'

/** What was stays for so long, since people look back. */
const BACK = 90 * DAY_MS

export const showCalendarFeed = (by: Person): Promise<CalendarFeedRow | null> =>
  read(calendarFeedQuery(by.id))

export interface DateWords {
  readonly review: string
  readonly renewal: string
  readonly renewalText: string
  /** Of a session for which somebody waits. */
  readonly waiting: (title: string) => string
}

/** Soonest first. */
export async function ownDates(
  by: Person,
  words: DateWords,
  now: number,
): Promise<readonly CalendarEvent[]> {
  const from = now - BACK
  const [sessions, reviews, renewal] = await Promise.all([
    read(sessionsInFeedQuery(by.id, programmesAs(by, 'coordinator'), from, SESSION_CHANGES)),
    reviewsOf(by),
    showRenewal(by, now),
  ])
  return [
    ...sessions.map(({ session, ahead, changes }): CalendarEvent => {
      const waits = ahead !== null && inLine(session.places, ahead).kind === 'waiting'
      return {
        ...{ id: session.id, start: session.startsAt, minutes: session.minutes },
        title: waits ? words.waiting(session.title) : session.title,
        place: session.place,
        cancelled: session.cancelledAt !== null,
        tentative: waits,
        sequence: changes,
        stamp: Math.max(madeAt(session.id), session.changedAt),
      }
    }),
    ...reviews.map(({ first, latest, count }): CalendarEvent => ({
      id: `review-${first}`,
      start: latest.nextOn,
      title: words.review,
      sequence: count - 1,
      stamp: latest.heldAt,
    })),
    ...(renewal
      ? [
          {
            id: renewal.first,
            start: renewal.endsOn,
            title: words.renewal,
            text: words.renewalText,
            sequence: renewal.renewed,
            stamp: madeAt(renewal.first),
          },
        ]
      : []),
  ]
}

/** Of each programme in which they are, the day that was agreed last. */
async function reviewsOf(by: Person) {
  const lists = await Promise.all(
    programmesAs(by, 'trainee').map((programme) => listReviews(by.id, programme, 1000)),
  )
  return lists.flatMap((list) => {
    const [latest, first] = [list[0], list.at(-1)]
    return latest && first ? [{ latest, first: first.id, count: list.length }] : []
  })
}

/** Ids of older versions may say nothing of the kind. */
const madeAt = (id: string): number => {
  const at = timeOf(id)
  return Number.isFinite(at) && at < 4_102_444_800_000 ? at : 0
}
