/** The address at which a calendar reads somebody's own dates: made on asking, shown once, replaced or ended by them. */
import {
  deleteCalendarFeed,
  findCalendarFeed,
  insertCalendarFeed,
  updateCalendarFeedUsed,
} from '#db/calendar-feeds.ts'
import { write } from '#db/client.ts'
import { findPerson } from '#db/people.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { hashOfSecret, newSecret } from '#server/access/secret.ts'
import { audited } from '#server/trail/audited.ts'

/**
 * The one before it ends. Whoever came in with a code of the staff makes none: it would outlast the code.
 * @returns the secret, which can never be shown again
 */
export async function makeCalendarFeed(
  by: Person,
  now: number,
): Promise<{ readonly kind: 'made'; readonly secret: string } | NotAllowed> {
  if (by.closedBefore !== undefined) return NOT_ALLOWED
  const secret = newSecret()
  await write([
    deleteCalendarFeed(by.id),
    insertCalendarFeed({ id: hashOfSecret(secret), person: by.id, createdAt: now }),
    audited(now, by.id, 'calendar-feed-made', by.id, ''),
  ])
  return { kind: 'made', secret }
}

export async function endCalendarFeed(
  by: Person,
  now: number,
): Promise<{ readonly kind: 'ended' }> {
  await write([deleteCalendarFeed(by.id), audited(now, by.id, 'calendar-feed-ended', by.id, '')])
  return { kind: 'ended' }
}

/** Whose it is; null for an address that is none, was ended, or is of a closed account. */
export async function readCalendarFeed(secret: string, now: number): Promise<Person | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null
  const feed = await findCalendarFeed(hashOfSecret(secret))
  if (!feed) return null
  const day = Math.floor(now / DAY_MS) * DAY_MS
  if ((feed.lastUsedAt ?? -1) < day) await write([updateCalendarFeedUsed(feed.id, day)])
  return findPerson(feed.person)
}
