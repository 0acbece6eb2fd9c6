/**
 * What waits about somebody who is not here, an application, an invitation or a request for a mentor, among what must be
 * done (`tasks`, by its id instead of a person's). Computed as desk-people.ts does it: of those alone that are out of date.
 * The rules are domain/people/waits.ts and domain/pairing/waits.ts.
 */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { DAY_MS, plusDays, type Moment } from '#domain/calendar/days.ts'
import { INVITES } from '#domain/people/person.ts'
import { INVITATION_ENDS_WITHIN } from '#domain/people/waits.ts'
import type { WaitReason } from '#domain/readiness/attention.ts'
import { latestTalk, waitOf, waitsSince, type ApplicationWait } from './application-waits.ts'
import { guard, meaning, rows, type Query, type Reading } from './client.ts'
import { COORDINATES } from './own-coordinators.ts'
import { LONG_WAIT_OF } from './programme-rules.ts'
import { signedOff } from './register-rows.ts'
import { applications, firstTalks } from './schema.ts'
import { IS_NEW } from './waiting-requests.ts'

/** How many at a time: others write in between. */
const MOST = 100
const NEVER = 9e15
const ROLES = INVITES.coordinator.map((role) => `'${role}'`).join()

/** SQL: true for a link `l` that coordinators look after. Triggers of the migration say the same. */
const IS_THEIRS = `l.kind = 'invitation' AND l.role IN (${ROLES})`

/** Ids of what is out of date. */
export const staleWaitsQuery = (programme: string, now: number): Reading<string[]> =>
  meaning(
    rows(
      sql`SELECT subject FROM desk_waits WHERE programme = ${programme} AND stale_at <= ${now}
      UNION SELECT subject FROM desk_waits WHERE programme = ${programme} AND computed_at > ${now} LIMIT ${MOST}`,
      { subject: z.string() },
    ),
    (found) => found.map(({ subject }) => subject),
  )

const REASON_OF: Readonly<Record<ApplicationWait, WaitReason>> = {
  open: 'application',
  again: 'again',
  invite: 'to-invite',
}

/** @param among SQL of ids @param begins when a day of SQL begins, as SQL of milliseconds */
export function refreshingWaits(
  programme: string,
  among: SQL,
  moment: Moment,
  begins: (day: string) => string,
): SQL[] {
  const { now, today } = moment
  const reason = sql.join(
    Object.entries(REASON_OF).map(([wait, one]) => sql`WHEN ${wait} THEN ${one}`),
    sql` `,
  )
  const owner = (who: string): SQL =>
    sql.raw(`CASE WHEN ${COORDINATES(who, 'programme')} THEN ${who} ELSE '' END`)
  const asked = sql`SELECT ${applications.programme} AS programme, ${applications.id} AS id, ${waitOf(today)} AS wait,
      ${waitsSince} AS since, coalesce(${firstTalks.againOn}, '') AS again_on, ${firstTalks.coordinator} AS who,
      replace(coalesce(${applications.folded}, lower(${applications.name})), '~', '') AS name
    FROM ${applications} LEFT JOIN ${firstTalks} ON ${latestTalk} WHERE ${applications.id} IN ${among}`
  // Mail that was refused, or that nobody could send yet, stands before an end that is near.
  const isMail = sql`l.expires_at > ${now} AND m.id IS NOT NULL`
  const invited = sql`SELECT l.programme, l.id, CASE WHEN ${isMail} THEN 'mail' ELSE 'invitation' END AS reason,
      CASE WHEN ${isMail} THEN m.created_at ELSE l.expires_at - ${INVITATION_ENDS_WITHIN} END AS since,
      l.created_by AS who, replace(coalesce(l.folded, lower(l.name)), '~', '') AS name
    FROM links l LEFT JOIN outbox m ON m.link = l.id AND m.sent_at IS NULL AND m.problem <> ''
    WHERE l.id IN ${among} AND ${sql.raw(IS_THEIRS)} AND l.used_at IS NULL AND l.withdrawn_at IS NULL
      AND (m.id IS NOT NULL OR l.expires_at - ${INVITATION_ENDS_WITHIN} <= ${now})`
  const nextChange = sql`coalesce((SELECT min(at) FROM (
      SELECT ${sql.raw(begins('t.again_on'))} AS at FROM first_talks t
        WHERE t.application = desk_waits.subject AND t.again_on > ${today}
      UNION ALL SELECT CASE WHEN l.expires_at - ${INVITATION_ENDS_WITHIN} > ${now}
          THEN l.expires_at - ${INVITATION_ENDS_WITHIN} ELSE l.expires_at END FROM links l
        WHERE l.id = desk_waits.subject AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > ${now}
      UNION ALL SELECT at FROM (SELECT w.since + ${sql.raw(LONG_WAIT_OF('w.programme'))} * ${DAY_MS} AS at FROM request_waits w
        WHERE w.request = desk_waits.subject) WHERE at > ${now}
      UNION ALL SELECT ${sql.raw(begins('x.ends_on'))} FROM proposals x
        WHERE x.request = desk_waits.subject AND x.ends_on > ${today}
    )), ${NEVER})`
  const these = sql`subject IN ${among}`
  const theirs = sql`k.programme = ${programme} AND k.person = desk_waits.subject`
  return [
    sql`DELETE FROM tasks WHERE programme = ${programme} AND person IN ${among}`,
    sql`INSERT INTO tasks (programme, person, reason, rank, since, day, own, name)
      SELECT programme, id, CASE wait ${reason} END, 2, since, CASE wait WHEN 'again' THEN again_on ELSE '' END,
        coalesce(${owner('who')}, ''), name FROM (${asked}) WHERE wait IS NOT NULL
      UNION ALL SELECT programme, id, reason, 2, since, '', coalesce(${owner('who')}, ''), name FROM (${invited})`,
    sql`WITH ${requested(programme, among, moment)} INSERT INTO tasks (programme, person, reason, rank, since, day, own, name)
      SELECT programme, id, reason, 2, CASE reason WHEN 'request-long' THEN long_at WHEN 'request' THEN waits_since ELSE max(waits_since, last_at) END,
        CASE reason WHEN 'request-long' THEN waits_day ELSE '' END, coalesce(${owner('who')}, ''), name FROM requested WHERE reason <> ''`,
    sql`UPDATE desk_waits SET computed_at = ${now}, stale_at = ${nextChange} WHERE ${these}`,
    // Nothing will ever come of it by itself; a row that changes brings it back.
    sql`DELETE FROM desk_waits WHERE ${these} AND stale_at = ${NEVER} AND NOT EXISTS (SELECT 1 FROM tasks k WHERE ${theirs})`,
  ]
}

/** `requested`: of each request that waits, what for; '' for nothing. As `waitOfRequest` says it. */
function requested(programme: string, among: SQL, moment: Moment): SQL {
  const { now, today, tomorrow } = moment
  const offset = Date.parse(plusDays(today, 1)) - tomorrow
  const mentors = sql`AND t.person IN (SELECT x.mentor FROM proposals x WHERE x.request IN ${among})`
  return sql`ready AS MATERIALIZED (SELECT id FROM (${signedOff(programme, moment, mentors)}) WHERE absence = ''),
    asked AS MATERIALIZED (
      SELECT x.request, x.mentor IN (SELECT id FROM ready) AS ready, coalesce(a.at, x.at) AS asked_at,
        CASE WHEN a.answer <> 'yes' THEN a.at WHEN e.at IS NOT NULL THEN e.at WHEN r.answer = 'no' THEN r.at WHEN n.at IS NOT NULL THEN n.at
          WHEN a.proposal IS NULL AND x.ends_on <= ${today} THEN unixepoch(x.ends_on) * 1000 END AS closed_at,
        (a.proposal IS NULL AND e.proposal IS NULL AND r.answer IS NOT 'no' AND n.pairing IS NULL) AS by_clock
      FROM proposals x LEFT JOIN proposal_answers a ON a.proposal = x.id LEFT JOIN proposal_ends e ON e.proposal = x.id
      LEFT JOIN requester_answers r ON r.proposal = x.id LEFT JOIN pairings y ON y.proposal = x.id
      LEFT JOIN pairing_ends n ON n.pairing = y.id WHERE x.request IN ${among}
    ), tried AS MATERIALIZED (
      SELECT request, count(*) AS n, max(closed_at IS NULL AND ready) AS is_open, max(closed_at IS NULL AND NOT ready) AS is_stuck,
        max(coalesce(closed_at, asked_at)) AS last_at, max(closed_at - by_clock * ${offset}) AS tried_from FROM asked GROUP BY request
    ), requested AS MATERIALIZED (
      SELECT w.programme, w.request AS id, lower(r.reference) AS name, w.since AS waits_since, coalesce(f.last_at, 0) AS last_at,
        w.since + ${sql.raw(LONG_WAIT_OF('w.programme'))} * ${DAY_MS} AS long_at,
        date((w.since + ${offset}) / 1000, 'unixepoch') AS waits_day,
        coalesce((SELECT d.who FROM (SELECT p."by" AS who, p.at FROM proposals p WHERE p.request = r.id
          UNION ALL SELECT n."by", n.at FROM request_notes n WHERE n.request = r.id) d ORDER BY d.at DESC LIMIT 1), r."by") AS who,
        CASE WHEN f.is_open THEN ''
          WHEN w.since + ${sql.raw(LONG_WAIT_OF('w.programme'))} * ${DAY_MS} <= ${now} THEN 'request-long'
          WHEN f.n IS NULL AND ${sql.raw(IS_NEW)} THEN 'request'
          WHEN NOT coalesce(f.is_stuck, 0) AND coalesce((SELECT max(n.at) FROM request_notes n WHERE n.request = r.id) >= max(w.since, coalesce(f.tried_from, 0)), 0) THEN ''
          ELSE 'request-next' END AS reason
      FROM request_waits w JOIN mentor_requests r ON r.id = w.request LEFT JOIN tried f ON f.request = w.request
      WHERE w.request IN ${among}
    )`
}

/** Whom or what a task is about that is no person's. */
export interface Waiting {
  readonly id: string
  readonly programme: string
  readonly name: string
  readonly kind: 'application' | 'invitation' | 'request'
}

export const waitingSubjectQuery = (
  id: string,
  programmes: readonly string[],
): Reading<Waiting | null> =>
  meaning(
    rows(
      sql`SELECT a.id, a.programme, a.name, 'application' AS kind FROM applications a WHERE a.id = ${id}
      UNION ALL SELECT l.id, l.programme, l.name, 'invitation' FROM links l WHERE l.id = ${id} AND ${sql.raw(IS_THEIRS)}
      UNION ALL SELECT q.id, q.programme, q.reference, 'request' FROM mentor_requests q WHERE q.id = ${id}`,
      {
        id: z.string(),
        programme: z.string(),
        name: z.string(),
        kind: z.enum(['application', 'invitation', 'request']),
      },
    ),
    (found) => found.find(({ programme }) => programmes.includes(programme)) ?? null,
  )

/** For a batch: it fails where the application, the invitation or the request is gone, or of another programme. */
export const guardWaiting = ({ id, programme }: Pick<Waiting, 'id' | 'programme'>): Query =>
  guard(
    `EXISTS (SELECT 1 FROM applications a WHERE a.id = ?1 AND a.programme = ?2)
      OR EXISTS (SELECT 1 FROM links l WHERE l.id = ?1 AND l.programme = ?2 AND ${IS_THEIRS})
      OR EXISTS (SELECT 1 FROM mentor_requests q WHERE q.id = ?1 AND q.programme = ?2)`,
    [id, programme],
  )
