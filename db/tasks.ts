/** What must be done: the work list of a coordinator, from what is kept (desk-people.ts). */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import {
  APPLICATION_REASONS,
  DANGERS,
  FOR_DECIDERS,
  INVITATION_REASONS,
  REASONS,
  REQUEST_REASONS,
  type Reason,
} from '#domain/readiness/attention.ts'
import { MOST_COUNTED, type Whose } from '#domain/readiness/task.ts'
import { flag, meaning, rows, type Reading } from './client.ts'
import { IS_PAST_HOUR } from './danger-calls.ts'
import { COORDINATES } from './own-coordinators.ts'
import { PAGE_SIZE } from './trainees.ts'

/** Who looks, and at what. */
export interface Viewer {
  readonly programme: string
  /** Person id. */
  readonly viewer: string
  /** False for somebody who only observes: concerns and reviews are the coordinators'. */
  readonly mayDecide: boolean
}

export interface TaskWish extends Viewer {
  readonly whose: Whose
  /** Null for all. */
  readonly reason: Reason | null
  /** Cohort id; '' for all. */
  readonly cohort: string
  /** Person id; left out for everybody. */
  readonly person?: string
  /** From 1. */
  readonly page: number
}

export interface Task {
  /** Id of a person, or of the application, invitation or request that it is about. */
  readonly person: string
  readonly name: string
  readonly reason: Reason
  /** Milliseconds since 1970. */
  readonly since: number
  /** `YYYY-MM-DD` that its words name; '' for none. */
  readonly day: string
  readonly isDanger: boolean
  /** Nobody answered within the programme's hours. */
  readonly isPastHour: boolean
  readonly cohortName: string | null
  /** Null for who is here. */
  readonly gone: 'left' | 'disabled' | null
  /** Null where it is nobody's, also after its owner has left. */
  readonly owner: { readonly id: string; readonly name: string } | null
  /** `YYYY-MM-DD`: put off until then, or null. */
  readonly untilOn: string | null
  /** Where somebody else of the programme has the same name, and for a phone number of who is not here yet. */
  readonly apart: Apart | null
}

/** What tells people of one name apart: e-mail or phone ('' for none), and since when they are there. */
export interface Apart {
  readonly contact: string
  readonly joinedAt: number
}

/** What a viewer may see of a row `k` of tasks; who decided cannot sign second, and nobody reads a worry about themselves. */
export const isSeen = ({ viewer, mayDecide }: Viewer): SQL => {
  const own = sql`(k.not_for = '' OR k.not_for <> ${viewer}) AND NOT (k.person = ${viewer} AND k.reason IN (${list([...DANGERS, 'incident-open'])}) AND k.reason <> 'lapsed')`
  if (mayDecide) return own
  return sql`${own} AND k.reason NOT IN (${list(FOR_DECIDERS)})
    AND (SELECT d.is_here FROM desk_people d WHERE d.programme = k.programme AND d.person = k.person)`
}

const list = (reasons: readonly Reason[]) => sql.raw(reasons.map((one) => `'${one}'`).join())

/** What a task `k` is about: `p` a person, `a` an application, `l` the link of an invitation, `q` a request. */
export const ABOUT = sql.raw(`LEFT JOIN people p ON p.id = k.person
  LEFT JOIN applications a ON a.id = k.person LEFT JOIN links l ON l.id = k.person
  LEFT JOIN mentor_requests q ON q.id = k.person`)
export const NAME = sql.raw('coalesce(p.name, a.name, l.name, q.reference)')

/**
 * `h` is the latest hold of a task `k`, and `w` whose it is: who took it or was handed it, nobody where it was given back,
 * else the person's own coordinator. Who coordinates there no more owns nothing.
 */
export const HELD_TEXT = `LEFT JOIN task_holds h ON h.id = (SELECT x.id FROM task_holds x WHERE x.person = k.person
    AND x.programme = k.programme AND x.reason = k.reason AND (x.since = k.since OR k.reason = 'stuck')
    ORDER BY x.at DESC, x.id DESC LIMIT 1)
  LEFT JOIN people w ON w.id = CASE WHEN h.owner = '' OR ${COORDINATES('h.owner', 'k.programme')} THEN h.owner ELSE k.own END`
const HELD = sql.raw(HELD_TEXT)

/** Of which kind tasks are looked for. */
interface Kind {
  /** A reason in SQL. */
  readonly is: SQL
  readonly isDanger: boolean
}

const isDanger = (reason: Reason): boolean => DANGERS.some((one) => one === reason)

const rest = (wish: Omit<TaskWish, 'reason'>, kind: Kind | null): SQL => sql`${isSeen(wish)}
  ${wish.person ? sql`AND k.person = ${wish.person}` : sql``}
  ${kind ? sql`AND k.reason = ${kind.is}` : sql``}
  ${wish.cohort ? sql`AND EXISTS (SELECT 1 FROM roles t WHERE t.person = k.person AND t.role = 'trainee' AND t.programme = k.programme AND t.cohort = ${wish.cohort})` : sql``}`

/** A cohort is small beside a programme: what waits about its people is found first, and once for all that asks for it. */
const withCohort = ({ programme, cohort }: Omit<TaskWish, 'reason'>): SQL =>
  cohort
    ? sql`WITH of_cohort AS MATERIALIZED (SELECT k.* FROM roles t CROSS JOIN tasks k ON k.programme = ${programme} AND k.person = t.person
        WHERE t.cohort = ${cohort} AND t.role = 'trainee' AND +t.programme = ${programme})`
    : sql``

/** Rows of tasks with what is held of them. @param limit so many, of the first where they are ordered */
const branch = (wish: TaskWish, today: string, limit: number, isOrdered: boolean): SQL => {
  const { reason } = wish
  const kind = reason && { is: sql`${reason}`, isDanger: isDanger(reason) }
  return sql.join(branches(wish, kind, today, limit, isOrdered), sql` UNION ALL `)
}

const branches = (
  wish: Omit<TaskWish, 'reason'>,
  kind: Kind | null,
  today: string,
  limit: number,
  isOrdered: boolean,
): SQL[] => {
  const { programme, viewer, whose } = wish
  const columns = (place: number) =>
    sql.raw(`k.*, h.until_on, w.id AS owner, w.name AS owner_name, ${place} AS place`)
  // Of one reason all have one rank.
  const order = sql`${isOrdered ? sql.raw(`ORDER BY ${kind ? '' : 'k.rank, '}k.since, k.name`) : sql``} LIMIT ${limit}`
  const isOn = sql`(h.until_on IS NULL OR h.until_on <= ${today} OR k.rank = 0)`
  const tasks = (from: SQL, place: number, where: SQL): SQL =>
    sql`SELECT * FROM (SELECT ${columns(place)} FROM ${from} ${HELD} WHERE ${where} AND ${rest(wish, kind)} ${order})`
  const all = wish.cohort ? sql`of_cohort k` : sql`tasks k`
  const here = sql`k.programme = ${programme}`
  const inAll = wish.cohort ? sql`true` : here
  if (whose === 'all') return [tasks(all, 1, inAll)]
  // Few were taken or given back: those are found by their holds.
  const held = (owner: string) => sql`(SELECT DISTINCT person, reason FROM task_holds
    WHERE owner = ${owner} AND programme = ${programme}) m
    CROSS JOIN tasks k ON ${here} AND k.person = m.person AND k.reason = m.reason`
  const isMine = sql`w.id = ${viewer} AND ${isOn}`
  const mine = [
    tasks(held(viewer), 0, sql`${isMine} AND h.owner = ${viewer}`),
    tasks(all, 0, sql`${inAll} AND k.own = ${viewer} AND ${isMine} AND h.owner IS NOT ${viewer}`),
  ]
  // Where a reason is asked for it says the rank, and is found by its own index.
  const open = sql`w.id IS NULL AND ${isOn} ${kind ? sql`` : sql`AND k.rank = 2`}`
  const nobodys = [
    tasks(all, 1, sql`${inAll} AND k.own = '' AND ${open}`),
    tasks(held(''), 1, sql`k.own <> '' AND ${open}`),
  ]
  // Danger that a colleague looks after stays in sight.
  const danger = tasks(
    all,
    1,
    sql`${inAll} ${kind ? sql`` : sql`AND k.rank < 2`} AND w.id IS NOT ${viewer} AND ${isOn}`,
  )
  const others = kind?.isDanger ? [danger] : kind ? nobodys : [...nobodys, danger]
  return whose === 'mine' ? mine : [...mine, ...others]
}

const WHO = {
  person: z.string(),
  whole_name: z.string(),
  reason: z.enum(REASONS),
  since: z.number(),
  day: z.string(),
  rank: z.number(),
  past_hour: flag,
  cohort_name: z.string().nullable(),
  archived_at: z.number().nullable(),
  disabled_at: z.number().nullable(),
  owner: z.string().nullable(),
  owner_name: z.string().nullable(),
  until_on: z.string().nullable(),
  namesakes: z.number(),
  contact: z.string(),
  joined_at: z.number().nullable(),
}

/** Of a programme's people, two at most: `name_es` is the folded name, a line end, and the sign-in name. @param of a row with `programme` @param folded SQL */
export const namesakes = (of: string, folded: string): SQL =>
  sql.raw(`(SELECT count(*) FROM (SELECT 1 FROM desk_people s WHERE s.programme = ${of}.programme
  AND s.name_es >= substr(${folded}, 1, instr(${folded}, char(10)))
  AND s.name_es < substr(${folded}, 1, instr(${folded}, char(10)) - 1) || char(11) LIMIT 2))`)
/** Of an application `a`: what can be called, and leaves the line as high as it is. */
const IS_SHORT_PHONE = sql.raw("coalesce(length(a.contact) <= 20 AND instr(a.contact, '@') = 0, 0)")
/** SQL of a person `p`. */
export const CONTACT = "CASE WHEN p.email = '' THEN p.phone ELSE p.email END"

/**
 * @param isAsked false for none of them, in a statement with others
 * Danger first, whoever's it is; then what is the viewer's, then what is nobody's; within each what waits longest.
 * @param today `YYYY-MM-DD` by the programme's clock
 */
export function tasksQuery(wish: TaskWish, today: string, isAsked = true): Reading<Task[]> {
  const before = (wish.page - 1) * PAGE_SIZE
  const order = sql`ORDER BY k.rank = 2, k.place, k.rank, k.since, k.name`
  return meaning(
    rows(
      sql`${withCohort(wish)} SELECT k.*, ${NAME} AS whole_name, p.disabled_at, t.archived_at, c.name AS cohort_name, t.created_at AS joined_at,
        ${sql.raw(IS_PAST_HOUR)} AS past_hour,
        CASE WHEN p.id IS NULL THEN ${IS_SHORT_PHONE} * 2 ELSE ${namesakes('k', 'p.folded')} END AS namesakes,
        coalesce(a.contact, l.email, ${sql.raw(CONTACT)}, '') AS contact
      FROM (${branch(wish, today, before + PAGE_SIZE, true)}) k ${ABOUT}
      LEFT JOIN roles t ON t.person = k.person AND t.role = 'trainee' AND t.programme = k.programme
      LEFT JOIN cohorts c ON c.id = t.cohort WHERE ${isAsked ? 1 : 0} ${order}, k.person, k.reason LIMIT ${PAGE_SIZE} OFFSET ${before}`,
      WHO,
    ),
    (found) => found.map(toTask),
  )
}

/** One task, whoever's it is and whether or not it was put off; null where it is done, or not for the viewer. */
export const taskQuery = (
  viewer: Viewer,
  person: string,
  reason: Reason,
  today: string,
): Reading<Task | null> =>
  meaning(
    tasksQuery({ ...viewer, whose: 'all', reason, cohort: '', person, page: 1 }, today),
    ([task]) => task ?? null,
  )

const toTask = (raw: z.infer<z.ZodObject<typeof WHO>>): Task => ({
  person: raw.person,
  name: raw.whole_name,
  reason: raw.reason,
  since: raw.since,
  day: raw.day,
  isDanger: raw.rank < 2,
  isPastHour: raw.past_hour,
  cohortName: raw.cohort_name,
  gone: raw.disabled_at !== null ? 'disabled' : raw.archived_at !== null ? 'left' : null,
  owner: raw.owner === null ? null : { id: raw.owner, name: raw.owner_name ?? '' },
  untilOn: raw.until_on,
  apart: raw.namesakes < 2 ? null : { contact: raw.contact, joinedAt: raw.joined_at ?? raw.since },
})

const n = z.number()

/**
 * How many of each kind the wish finds, whatever kind it names; one more than MOST_COUNTED for more. Written twice and not
 * once for each kind: SQLite took longer to read 150,000 letters than to count.
 */
export function taskCountsQuery(
  wish: TaskWish,
  today: string,
): Reading<Readonly<Record<Reason, number>>> {
  const counted = [true, false].map((danger) => {
    const reasons = REASONS.filter((reason) => isDanger(reason) === danger)
    const kind = { is: sql.raw('json_each.value'), isDanger: danger }
    // One by one: of a UNION SQLite would count the first reason alone.
    const each = branches(wish, kind, today, MOST_COUNTED + 1, false).map(
      (found) => sql`(SELECT count(*) FROM (${found}))`,
    )
    return sql`SELECT json_each.value AS reason, ${sql.join(each, sql` + `)} AS n
      FROM json_each(${JSON.stringify(reasons)})`
  })
  return meaning(
    rows(sql`${withCohort(wish)} ${sql.join(counted, sql` UNION ALL `)}`, {
      reason: z.enum(REASONS),
      n,
    }),
    (found) =>
      Object.fromEntries(found.map((one) => [one.reason, one.n])) as Record<Reason, number>,
  )
}

export interface Waiting {
  /** Of what is nobody's or the viewer's, how many people, applications, invitations and requests; more than MOST_COUNTED are not counted. */
  readonly needs: number
  /** Applications among them. */
  readonly applicants: number
  /** Invitations among them. */
  readonly invitations: number
  /** Requests for a mentor among them. */
  readonly requests: number
  /** People in danger or lapsed, whoever looks after them. */
  readonly danger: number
}

/** Of each programme, without any filter: a danger is never out of sight because of one. @param looks with its `today` */
export function waitingQuery(
  looks: readonly (Viewer & Pick<Moment, 'today'>)[],
): Reading<ReadonlyMap<string, Waiting>> {
  const each = looks.map(({ today, ...viewer }) => {
    const wish: TaskWish = { ...viewer, whose: 'open', reason: null, cohort: '', page: 1 }
    const among = (reasons: readonly Reason[]): SQL =>
      sql`count(DISTINCT CASE WHEN reason IN (${list(reasons)}) THEN person END)`
    return sql`SELECT ${viewer.programme} AS programme, count(DISTINCT person) AS needs,
        ${among(APPLICATION_REASONS)} AS applicants, ${among(INVITATION_REASONS)} AS invitations,
        ${among(REQUEST_REASONS)} AS requests,
        (SELECT count(DISTINCT k.person) FROM tasks k WHERE k.programme = ${viewer.programme} AND k.rank < 2
          AND ${isSeen(viewer)}) AS danger
      FROM (${branch(wish, today, 2 * MOST_COUNTED, false)})`
  })
  const none = sql`SELECT '' AS programme, 0 AS needs, 0 AS applicants, 0 AS invitations, 0 AS requests, 0 AS danger WHERE false`
  return meaning(
    rows(sql.join([none, ...each], sql` UNION ALL `), {
      programme: z.string(),
      needs: n,
      applicants: n,
      invitations: n,
      requests: n,
      danger: n,
    }),
    (found) =>
      new Map(
        found.map(({ programme, needs, ...rest }) => [
          programme,
          { needs: Math.min(needs, MOST_COUNTED + 1), ...rest },
        ]),
      ),
  )
}
