/**
 * Who stands on a programme's desk, and what must be done about them, kept so that a list reads only what it shows.
 * The rule is that of home-marked.ts and home-reasons.ts; here it is computed again for those alone who are out of date: a
 * trigger said so when a row changed, and `nextChange` says when the clock alone may change something.
 */
import type { InValue } from '@libsql/client'
import { sql, type SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { DAY_MS, plusDays, type Moment } from '#domain/calendar/days.ts'
import {
  DANGERS,
  EXPIRING_WITHIN,
  FIRST_REVIEW_AFTER,
  IDLE_AFTER,
  PERSON_REASONS,
  type PersonReason,
} from '#domain/readiness/attention.ts'
import { ASKED_TOO_LONG } from '#domain/readiness/checks.ts'
import { MARK } from '#domain/people/names.ts'
import { flag, meaning, rows, together, write, type Query, type Reading } from './client.ts'
import { refreshingWaits, staleWaitsQuery } from './desk-waits.ts'
import { PAUSE_ENDS_TEXT } from './follow-ups.ts'
import { marked } from './home-marked.ts'
import { nameOf, SINCE } from './home-reasons.ts'
import { OWN } from './own-coordinators.ts'
import { SECOND_SINCE } from './programme-rules.ts'
import { registering } from './register-kept.ts'

/** How many at a time: others write in between. */
const MOST = 100
/** No zone is farther from UTC. */
const ZONE_MS = 14 * 3_600_000
const NEVER = 9e15

/**
 * Computes those of a programme who are out of date.
 * @param most so many at once: somebody waits for the answer
 * @returns whether nobody is left @throws as `write`: what is kept then stands as it was
 */
export async function refreshDesk(
  programme: string,
  moment: Moment,
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  for (let done = 0; ;) {
    const { people, waits } = await together({
      people: staleQuery(programme, moment.now),
      waits: staleWaitsQuery(programme, moment.now),
    })
    if (people.length + waits.length === 0) return true
    if (done >= most) return false
    await write([
      ...(people.length > 0 ? refreshing(programme, people, moment) : []),
      ...(waits.length > 0
        ? refreshingWaits(programme, amongOf(waits), moment, begins(moment)).map(asQuery)
        : []),
    ])
    done += people.length + waits.length
  }
}

/** Whether anybody there is out of date. */
export const isStaleQuery = (programme: string, now: number): Reading<boolean> =>
  meaning(
    rows(
      sql`SELECT EXISTS (SELECT 1 FROM desk_people WHERE programme = ${programme} AND stale_at <= ${now})
      OR EXISTS (SELECT 1 FROM desk_people WHERE programme = ${programme} AND computed_at > ${now}) AS stale`,
      { stale: flag },
    ),
    ([one]) => one?.stale === true,
  )

const staleQuery = (programme: string, now: number): Reading<string[]> =>
  meaning(
    rows(
      sql`SELECT person FROM desk_people WHERE programme = ${programme} AND stale_at <= ${now}
      UNION SELECT person FROM desk_people WHERE programme = ${programme} AND computed_at > ${now} LIMIT ${MOST}`,
      { person: z.string() },
    ),
    (found) => found.map(({ person }) => person),
  )

function refreshing(programme: string, people: readonly string[], moment: Moment): Query[] {
  const among = amongOf(people)
  const everybody = { programme, viewer: '', mayDecide: true, among }
  const computed = marked(everybody, moment)
  const theirs = sql`programme = ${programme} AND person IN ${among}`
  const is = (column: string): SQL =>
    sql`coalesce((SELECT m.${sql.raw(column)} FROM marked m WHERE m.id = desk_people.person), 0)`
  const name = sql.raw(
    "coalesce((SELECT p.folded FROM people p WHERE p.id = desk_people.person), '')",
  )
  return [
    sql`DELETE FROM tasks WHERE ${theirs}`,
    sql`${computed} INSERT INTO tasks (programme, person, reason, rank, since, day, not_for, own, name) ${tasksOf()}`,
    sql`${computed} UPDATE desk_people SET computed_at = ${moment.now}, is_here = ${is('here')},
      list = CASE WHEN ${is('ready')} THEN 'ready' WHEN ${is('here')} AND NOT EXISTS (SELECT 1 FROM tasks k
        WHERE k.programme = desk_people.programme AND k.person = desk_people.person) THEN 'waiting' ELSE '' END,
      name_en = replace(${name}, ${MARK}, ''), name_es = ${name}, stale_at = ${nextChange(moment)} WHERE ${theirs}`,
    ...registering(programme, among, moment),
  ].map(asQuery)
}

const dialect = new SQLiteAsyncDialect({ casing: 'snake_case' })
const asQuery = (statement: SQL): Query => {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return { sql: text, args: params as InValue[] }
}

const RANKS: Readonly<Partial<Record<PersonReason, number>>> = {
  ...Object.fromEntries(DANGERS.map((reason) => [reason, 0])),
  lapsed: 1,
}
/** The day that is named where a reason is shown. */
const DAYS: Readonly<Partial<Record<PersonReason, string>>> = {
  action: 'action_due',
  pause: "CASE WHEN pause_open THEN '' ELSE pause_until END",
  expiring: 'expires_on',
}

/** One SELECT a reason, from `marked`. */
const tasksOf = (): SQL =>
  sql.raw(
    PERSON_REASONS.map(
      (reason) =>
        `SELECT programme, id, '${reason}', ${RANKS[reason] ?? 2}, CAST(coalesce(${SINCE[reason]}, last_at, joined_at) AS INTEGER), ${DAYS[reason] ? `coalesce(${DAYS[reason]}, '')` : "''"},
        ${reason === 'second-signature' ? "coalesce(decided_by, '')" : "''"}, ${OWN('marked.id', 'marked.programme')}, replace(folded, '${MARK}', '')
        FROM marked WHERE ${nameOf(reason)}`,
    ).join(' UNION ALL '),
  )

const amongOf = (ids: readonly string[]): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** A day begins by the programme's clock; one that is far away is looked at some hours too soon, and then again. */
const begins =
  ({ today, tomorrow }: Moment) =>
  (day: string): string =>
    `CASE WHEN ${day} <= '${plusDays(today, 1)}' THEN ${tomorrow} ELSE unixepoch(${day}) * 1000 - ${ZONE_MS} END`

/** The soonest moment at which the clock alone may change what is said of a row of `desk_people`. */
function nextChange(moment: Moment): SQL {
  const { now, today, tomorrow } = moment
  const from = begins(moment)
  const after = (day: string): string => from(`date(${day}, '+1 day')`)
  const whose = 'person = desk_people.person'
  const here = `${whose} AND programme = desk_people.programme`
  const soon = `date(expires_on, '-${EXPIRING_WITHIN} days')`
  const second = SECOND_SINCE('desk_people.programme')
  const candidates = [
    `SELECT ${from('expires_on')} AS at FROM sign_offs WHERE ${here} AND expires_on > '${today}'`,
    `SELECT ${from(soon)} FROM sign_offs WHERE ${here} AND ${soon} > '${today}'`,
    `SELECT max(${tomorrow}, decided_at + ${FIRST_REVIEW_AFTER} - ${DAY_MS + 3_600_000}) FROM sign_offs
      WHERE ${here} AND decided_at + ${FIRST_REVIEW_AFTER} >= ${tomorrow}`,
    sql`SELECT ${sql.raw(second)} WHERE ${sql.raw(second)} > ${now}`,
    `SELECT ${after('next_on')} FROM support_reviews WHERE ${here} AND next_on >= '${today}'`,
    `SELECT ${after('a.due_on')} FROM review_actions a JOIN support_reviews v ON v.id = a.review
      WHERE v.${whose} AND a.done_at IS NULL AND a.due_on >= '${today}'`,
    `SELECT ${after(PAUSE_ENDS_TEXT)} FROM overviews o JOIN records m ON m.person = o.person AND m.made_at = o.paused_at
      AND m.kind = 'paused' WHERE o.${whose} AND ${PAUSE_ENDS_TEXT} >= '${today}'`,
    `SELECT ${from('s.next_on')} FROM incident_steps s JOIN incidents i ON i.id = s.incident
      WHERE i.${whose} AND s.next_on > '${today}'`,
    `SELECT ${from('recheck_on')} FROM check_entries WHERE ${here} AND recheck_on > '${today}'`,
    `SELECT ${from('counts_until')} FROM check_entries WHERE ${here} AND counts_until > '${today}'`,
    sql`${sql.raw(`SELECT at + ${ASKED_TOO_LONG} FROM check_entries WHERE ${here} AND act = 'asked' AND at + ${ASKED_TOO_LONG}`)} > ${now}`,
    `SELECT ${from('x.ends_on')} FROM proposals x WHERE x.mentor = desk_people.person AND x.programme = desk_people.programme
      AND x.ends_on > '${today}'`,
    sql`SELECT since FROM check_rules WHERE programme = desk_people.programme AND since > ${now}`,
    `SELECT ${from('again_on')} FROM follow_ups WHERE ${whose} AND again_on > '${today}'`,
    sql`${sql.raw(`SELECT at FROM (SELECT coalesce(nullif(o.last_at, 0), t.created_at) + ${IDLE_AFTER + 1} AS at FROM roles t
      LEFT JOIN overviews o ON o.person = t.person
      WHERE t.${whose} AND t.programme = desk_people.programme AND t.role = 'trainee') WHERE at`)} > ${now}`,
  ]
  // The moment stands beside the text, which is the same all day: SQLite keeps what it prepared.
  const all = candidates.map((one) => (typeof one === 'string' ? sql.raw(one) : one))
  return sql`coalesce((SELECT min(at) FROM (${sql.join(all, sql` UNION ALL `)})), ${sql.raw(String(NEVER))})`
}
