/** Support reviews as their mentor reads them: one query with what was agreed. */
import { sql } from 'drizzle-orm'
import { database } from './client.ts'

export interface SeenReview {
  readonly id: string
  readonly coordinatorName: string
  readonly heldAt: number
  readonly wentWell: string
  readonly stayed: string
  readonly skill: string
  /** `YYYY-MM-DD`, or ''. */
  readonly nextOn: string
  readonly actions: readonly {
    readonly text: string
    readonly dueOn: string
    readonly doneAt: number | null
  }[]
}

/** Newest first. */
export async function reviewsOf(person: string): Promise<SeenReview[]> {
  const rows = await database().all<Omit<SeenReview, 'actions'> & { actions: string }>(sql`
    SELECT v.id, p.name AS "coordinatorName", v.held_at AS "heldAt", v.went_well AS "wentWell", v.stayed, v.skill,
      v.next_on AS "nextOn",
      (SELECT json_group_array(json_object('text', a.text, 'dueOn', a.due_on, 'doneAt', a.done_at))
        FROM review_actions a WHERE a.review = v.id) AS actions
    FROM support_reviews v JOIN people p ON p.id = v.coordinator
    WHERE v.person = ${person} ORDER BY v.held_at DESC, v.id DESC LIMIT 50`)
  return rows.map((row) => ({
    ...row,
    actions: JSON.parse(row.actions) as SeenReview['actions'],
  }))
}
