/** Who took a task, handed it on or put it off. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, guard, meaning, rows, type Query, type Reading } from './client.ts'
import { COORDINATES } from './own-coordinators.ts'
import { taskHolds } from './schema.ts'

/** Which task: one of its kind that began to wait later is another one. */
export interface TaskKey {
  /** As in a task. */
  readonly person: string
  readonly programme: string
  readonly reason: string
  readonly since: number
}

export interface Hold {
  readonly at: number
  readonly by: string
  /** Whose it was from then on, or null. */
  readonly owner: string | null
  /** `YYYY-MM-DD`, or null. */
  readonly untilOn: string | null
  readonly why: string
}

/** Every moment in which somebody is stuck begins anew with their work: what was said of it stays. */
const isOf = (alias: string): string =>
  `${alias}.person = ? AND ${alias}.programme = ? AND ${alias}.reason = ? AND (${alias}.since = ? OR ${alias}.reason = 'stuck')`

export const insertHold = (row: typeof taskHolds.$inferInsert): Query =>
  database().insert(taskHolds).values(row)

/** A task that is nobody's becomes that of who looks after it; anything else stays as it is. */
export const takeUnowned = (
  of: Omit<TaskKey, 'since'> & { readonly id: string },
  by: string,
  now: number,
): Query => ({
  sql: `INSERT INTO task_holds (id, programme, person, reason, since, owner, why, by, at)
    SELECT ?, k.programme, k.person, k.reason, k.since, ?, '', ?, ? FROM tasks k
    WHERE k.programme = ? AND k.person = ? AND k.reason = ? AND k.own = '' AND NOT EXISTS (
      SELECT 1 FROM task_holds h WHERE h.person = k.person AND h.programme = k.programme AND h.reason = k.reason
        AND h.since = k.since AND ${COORDINATES('h.owner', 'k.programme')})`,
  args: [of.id, by, by, now, of.programme, of.person, of.reason],
})

/** For a batch: it fails when somebody else wrote one meanwhile. */
export const guardHolds = (of: TaskKey, but: string, seen: number): Query =>
  guard(`(SELECT count(*) FROM task_holds h WHERE ${isOf('h')} AND h.id <> ?) <= ?`, [
    of.person,
    of.programme,
    of.reason,
    of.since,
    but,
    seen,
  ])

/** Newest first. */
export const holdsQuery = (of: TaskKey): Reading<Hold[]> =>
  meaning(
    rows(
      sql`SELECT h.at, b.name AS by_name, o.name AS owner_name, h.until_on, h.why FROM task_holds h
      JOIN people b ON b.id = h.by LEFT JOIN people o ON o.id = h.owner
      WHERE h.person = ${of.person} AND h.programme = ${of.programme} AND h.reason = ${of.reason}
        AND (h.since = ${of.since} OR h.reason = 'stuck') ORDER BY h.at DESC, h.id DESC LIMIT 20`,
      {
        at: z.number(),
        by_name: z.string(),
        owner_name: z.string().nullable(),
        until_on: z.string().nullable(),
        why: z.string(),
      },
    ),
    (found) =>
      found.map((one) => ({
        at: one.at,
        by: one.by_name,
        owner: one.owner_name,
        untilOn: one.until_on,
        why: one.why,
      })),
  )
