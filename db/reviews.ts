/** Support reviews and what was agreed in them; the mentor reads all of it. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  database,
  guard,
  meaning,
  once,
  read,
  reading,
  rows,
  type Query,
  type Reading,
} from './client.ts'
import { people, reviewActions, supportReviews } from './schema.ts'

export type ReviewAction = typeof reviewActions.$inferSelect
export type SeenReview = typeof supportReviews.$inferSelect & {
  readonly coordinatorName: string
  readonly actions: readonly ReviewAction[]
}

/**
 * Newest first, each with its actions: one query, however many there are.
 * @param programme programmes are walls: null only for the mentor themselves
 */
export function reviewsQuery(
  person: string,
  programme: string | null,
  limit = 100,
): Reading<SeenReview[]> {
  const newest = database()
    .select({ id: supportReviews.id })
    .from(supportReviews)
    .where(
      and(
        eq(supportReviews.person, person),
        programme === null ? undefined : eq(supportReviews.programme, programme),
      ),
    )
    .orderBy(desc(supportReviews.heldAt), desc(supportReviews.id))
    .limit(limit)
  const withActions = database()
    .select({ review: supportReviews, coordinatorName: people.name, action: reviewActions })
    .from(supportReviews)
    .innerJoin(people, eq(people.id, supportReviews.coordinator))
    .leftJoin(reviewActions, eq(reviewActions.review, supportReviews.id))
    .where(inArray(supportReviews.id, newest))
    .orderBy(
      desc(supportReviews.heldAt),
      desc(supportReviews.id),
      asc(reviewActions.dueOn),
      asc(reviewActions.id),
    )
  return reading(withActions, (found) =>
    [...Map.groupBy(found, ({ review }) => review.id).values()].flatMap((same) => {
      const [first] = same
      const actions = same.flatMap(({ action }) => (action ? [action] : []))
      return first ? [{ ...first.review, coordinatorName: first.coordinatorName, actions }] : []
    }),
  )
}

export const listReviews = (
  person: string,
  programme: string | null,
  limit = 100,
): Promise<SeenReview[]> => read(reviewsQuery(person, programme, limit))

export async function findReview(id: string): Promise<typeof supportReviews.$inferSelect | null> {
  const [row] = await database().select().from(supportReviews).where(eq(supportReviews.id, id))
  return row ?? null
}

/**
 * What the mentor's home says in a line: when the next review is, and how much is open.
 * @param programme null for all
 */
export const reviewLineQuery = once(
  (person: string, programme: string | null): Reading<ReviewLine | null> =>
    meaning(
      rows(
        sql`SELECT v.next_on AS nextOn, (
        SELECT count(*) FROM support_reviews r JOIN review_actions a ON a.review = r.id
        WHERE r.person = v.person AND a.done_at IS NULL
      ) AS open FROM support_reviews v
      WHERE v.person = ${person} AND (${programme} IS NULL OR v.programme = ${programme})
      ORDER BY v.held_at DESC, v.id DESC LIMIT 1`,
        { nextOn: z.string(), open: z.number() },
      ),
      ([row]) => row ?? null,
    ),
)

export const reviewLineOf = (
  person: string,
  programme: string | null,
): Promise<ReviewLine | null> => read(reviewLineQuery(person, programme))

export interface ReviewLine {
  /** `YYYY-MM-DD` */
  readonly nextOn: string
  /** How many things agreed are not done. */
  readonly open: number
}

/** For a batch: it fails when others than this coordinator have written more reviews than were seen. */
export const guardReviews = (
  person: string,
  programme: string,
  coordinator: string,
  seen: number,
): Query =>
  guard(
    '(SELECT count(*) FROM support_reviews WHERE person = ? AND programme = ? AND coordinator <> ?) <= ?',
    [person, programme, coordinator, seen],
  )

export const insertReview = (row: typeof supportReviews.$inferInsert): Query =>
  database().insert(supportReviews).values(row)

export const insertReviewAction = (row: typeof reviewActions.$inferInsert): Query =>
  database().insert(reviewActions).values(row)

export const updateActionDone = (id: string, doneAt: number): Query =>
  database()
    .update(reviewActions)
    .set({ doneAt })
    .where(and(eq(reviewActions.id, id), isNull(reviewActions.doneAt)))
