/** From which day on decision cards wait for somebody: kept in their line, since a rule works it out and no statement. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Day } from '#domain/calendar/days.ts'
import { rows, type Query, type Reading } from './client.ts'
import { TRAINEE_IN } from './notices-due.ts'

export interface StaleCardDay {
  readonly person: string
  /** Where they are a trainee; null for nowhere. */
  readonly programme: string | null
  readonly cardsAt: number
}

/** Whose day was worked out before then, or is to be; the longest ago first. @param most so many at a time */
export const staleCardDaysQuery = (before: number, most: number): Reading<StaleCardDay[]> =>
  rows(
    sql`SELECT o.person, o.cards_at AS cardsAt, (${sql.raw(TRAINEE_IN('o'))}) AS programme
    FROM overviews o WHERE o.cards_at < ${before} ORDER BY o.cards_at LIMIT ${most}`,
    { person: z.string(), programme: z.string().nullable(), cardsAt: z.number() },
  )

/** Changes nothing where another record came meanwhile. @param was what `cardsAt` was when the records were read, or before */
export const putCardDay = (person: string, was: number, day: Day | null, now: number): Query => ({
  sql: 'UPDATE overviews SET cards_on = ?, cards_at = ? WHERE person = ? AND cards_at = ?',
  args: [day, now, person, was],
})
