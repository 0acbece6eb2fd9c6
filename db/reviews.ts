/** Support reviews and what was agreed in them; the mentor reads all of it. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { database, guard, type Query } from './client.ts'
import { people, reviewActions, supportReviews } from './schema.ts'

export type ReviewAction = typeof reviewActions.$inferSelect
export type SeenReview = typeof supportReviews.$inferSelect & {
  readonly coordinatorName: string
  readonly actions: readonly ReviewAction[]
}

/**
 * Newest first, each with its actions: two queries, however many there are.
 * @param programme programmes are walls: null only for the mentor themselves
 */
export async function listReviews(
  person: string,
  programme: string | null,
  limit = 100,
): Promise<SeenReview[]> {
  const rows = await database()
    .select({ review: supportReviews, coordinatorName: people.name })
    .from(supportReviews)
    .innerJoin(people, eq(people.id, supportReviews.coordinator))
    .where(
      and(
        eq(supportReviews.person, person),
        programme === null ? undefined : eq(supportReviews.programme, programme),
      ),
    )
    .orderBy(desc(supportReviews.heldAt), desc(supportReviews.id))
    .limit(limit)
  if (rows.length === 0) return []
  const actions = await database()
    .select()
    .from(reviewActions)
    .where(
      inArray(
        reviewActions.review,
        rows.map(({ review }) => review.id),
      ),
    )
    .orderBy(asc(reviewActions.dueOn), asc(reviewActions.id))
  return rows.map(({ review, coordinatorName }) => ({
    ...review,
    coordinatorName,
    actions: actions.filter((action) => action.review === review.id),
  }))
}

export async function findReview(id: string): Promise<typeof supportReviews.$inferSelect | null> {
  const [row] = await database().select().from(supportReviews).where(eq(supportReviews.id, id))
  return row ?? null
}

/**
 * What the mentor's home says in a line: when the next review is, and how much is open.
 * @param programme null for all
 */
export async function reviewLineOf(
  person: string,
  programme: string | null,
): Promise<{ nextOn: string; open: number } | null> {
  const [row] = await database().all<{ nextOn: string; open: number }>(sql`
    SELECT v.next_on AS nextOn, (
      SELECT count(*) FROM support_reviews r JOIN review_actions a ON a.review = r.id
      WHERE r.person = v.person AND a.done_at IS NULL
    ) AS open FROM support_reviews v
    WHERE v.person = ${person} AND (${programme} IS NULL OR v.programme = ${programme}) ORDER BY v.held_at DESC, v.id DESC LIMIT 1`)
  return row ?? null
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
