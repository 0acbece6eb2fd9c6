/** All that a coordinator has to do, and whom they look after, to be given to a colleague at once. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { REASONS, type Reason } from '#domain/readiness/attention.ts'
import { guard, rows, type Query, type Reading } from './client.ts'
import { OWN } from './own-coordinators.ts'
import { ABOUT, HELD_TEXT, isSeen, NAME } from './tasks.ts'

/** So many tasks, and so many people, go at once; the page says that there are more. */
export const MOST_HANDED = 500

export interface Between {
  readonly programme: string
  /** Person ids of two coordinators, and of who acts. */
  readonly from: string
  readonly to: string
  readonly by: string
}

export interface HandedTask {
  /** As in a task. */
  readonly person: string
  readonly name: string
  readonly reason: Reason
  readonly since: number
  /** `YYYY-MM-DD`: put off until then, and still so afterwards; or null. */
  readonly untilOn: string | null
}

const HELD = sql.raw(HELD_TEXT)

/** What is theirs, danger first, with what they put off; nothing about the colleague, or that the colleague may not do. */
export const handedTasksQuery = ({ programme, from, to, by }: Between): Reading<HandedTask[]> => {
  const isTheirs = sql`w.id = ${from} AND k.person <> ${to}
    AND ${isSeen({ programme, viewer: by, mayDecide: true })} AND ${isSeen({ programme, viewer: to, mayDecide: true })}`
  return rows(
    sql`SELECT k.person, ${NAME} AS name, k.reason, k.since, k.until_on AS untilOn FROM (
      SELECT k.*, h.until_on FROM (SELECT DISTINCT person, reason FROM task_holds WHERE owner = ${from} AND programme = ${programme}) m
        CROSS JOIN tasks k ON k.programme = ${programme} AND k.person = m.person AND k.reason = m.reason ${HELD}
        WHERE h.owner = ${from} AND ${isTheirs}
      UNION ALL SELECT k.*, h.until_on FROM tasks k ${HELD}
        WHERE k.programme = ${programme} AND k.own = ${from} AND h.owner IS NOT ${from} AND ${isTheirs}
    ) k ${ABOUT} ORDER BY k.rank, k.since, k.name, k.person, k.reason LIMIT ${MOST_HANDED}`,
    {
      person: z.string(),
      name: z.string(),
      reason: z.enum(REASONS),
      since: z.number(),
      untilOn: z.string().nullable(),
    },
  )
}

export interface HandedPerson {
  readonly person: string
  readonly name: string
}

/** Whom they look after, without the colleague. */
export const handedPeopleQuery = ({ programme, from, to }: Between): Reading<HandedPerson[]> =>
  rows(
    sql`SELECT m.person, p.name FROM (SELECT DISTINCT person, programme FROM own_coordinators
        WHERE coordinator = ${from} AND programme = ${programme} AND person <> ${to}) m
      CROSS JOIN people p ON p.id = m.person AND p.disabled_at IS NULL
      CROSS JOIN roles t ON t.person = m.person AND t.role = 'trainee' AND t.programme = m.programme AND t.archived_at IS NULL
      WHERE ${sql.raw(OWN('m.person', 'm.programme'))} = ${from} ORDER BY p.folded, p.id LIMIT ${MOST_HANDED}`,
    { person: z.string(), name: z.string() },
  )

/** For a batch: it fails where one of them is done, or somebody else's, meanwhile. */
export const guardTheirs = (
  { programme, from }: Between,
  tasks: readonly Pick<HandedTask, 'person' | 'reason' | 'since'>[],
): Query =>
  guard(
    `(SELECT count(*) FROM json_each(?) j CROSS JOIN tasks k ON k.programme = ? AND k.person = j.value ->> 'person'
      AND k.reason = j.value ->> 'reason' AND k.since = j.value ->> 'since' ${HELD_TEXT} WHERE w.id = ?) = ?`,
    [JSON.stringify(tasks), programme, from, tasks.length],
  )

/** @param tasks each with an id of its own */
export const insertHandedTasks = (
  { programme, to, by }: Between,
  tasks: readonly (HandedTask & { readonly id: string })[],
  why: string,
  now: number,
): Query => ({
  sql: `INSERT INTO task_holds (id, programme, person, reason, since, owner, until_on, why, by, at)
    SELECT j.value ->> 'id', ?, j.value ->> 'person', j.value ->> 'reason', j.value ->> 'since', ?, j.value ->> 'untilOn', ?, ?, ?
    FROM json_each(?) j`,
  args: [programme, to, why, by, now, JSON.stringify(tasks)],
})

/** @param people each with an id of its own */
export const insertHandedPeople = (
  { programme, to, by }: Between,
  people: readonly (HandedPerson & { readonly id: string })[],
  now: number,
): Query => ({
  sql: `INSERT INTO own_coordinators (id, programme, person, coordinator, by, at)
    SELECT j.value ->> 'id', ?, j.value ->> 'person', ?, ?, ? FROM json_each(?) j`,
  args: [programme, to, by, now, JSON.stringify(people)],
})

/** One act on many people, a row each. @param about each with an id of its own */
export const insertAudits = (
  about: readonly { readonly id: string; readonly person: string }[],
  act: string,
  { programme, by }: Between,
  now: number,
): Query => ({
  sql: `INSERT INTO audit (id, at, actor, act, subject, programme)
    SELECT j.value ->> 'id', ?, ?, ?, j.value ->> 'person', ? FROM json_each(?) j`,
  args: [now, by, act, programme, JSON.stringify(about)],
})
