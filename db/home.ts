/** The coordinator's home: who needs what. One query a page, whatever the number of people. */
import { sql, type SQL } from 'drizzle-orm'
import { plusDays, type Moment } from '#domain/calendar/days.ts'
import {
  EXPIRING_WITHIN,
  FIRST_REVIEW_AFTER,
  IDLE_AFTER,
  MEETINGS_BEFORE_REVIEW,
  REASONS,
  type Reason,
  type Tab,
} from '#domain/readiness/attention.ts'
import type { Standing } from '#domain/readiness/standing.ts'
import { database } from './client.ts'
import { byName, nameHas } from './names.ts'
import { standings } from './standings.ts'
import { PAGE_SIZE } from './trainees.ts'

export interface HomeWish {
  readonly programme: string
  readonly tab: Tab
  /** Part of a name; '' for all. */
  readonly search: string
  /** Cohort id; '' for all. */
  readonly cohort: string
  /** Null for all. */
  readonly reason: Reason | null
  /** From 1. */
  readonly page: number
  /** Person id of who looks: whoever decided cannot give the second signature. */
  readonly viewer: string
}

export interface HomeRow {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly joinedAt: number
  /** Required steps done. */
  readonly done: number
  readonly lastItem: string
  /** Null where they have not started. */
  readonly lastAt: number | null
  readonly askedAt: number | null
  readonly standing: Standing
  /** Of the sign-off in force, else of the newest: `YYYY-MM-DD`, or null. */
  readonly expiresOn: string | null
  readonly cohortName: string | null
  readonly helpAt: number | null
  readonly reflectionAt: number | null
  readonly pausedAt: number | null
  /** Item id of a ★ question, or ''. */
  readonly stuckOn: string
  readonly reasons: readonly Reason[]
}

export interface Home {
  readonly rows: readonly HomeRow[]
  /** How many stand in each tab, with the search and the filters. */
  readonly tabs: Readonly<Record<Tab, number>>
  /** How many have each reason, with the search and the cohort. */
  readonly reasons: Readonly<Record<Reason, number>>
}

const nameOf = (reason: Reason): string => `r_${reason.replace('-', '_')}`

/**
 * Each reason is one condition. Who pauses is never listed for what they leave undone; their questions still are.
 * A decision of "not this role" ends every reason but a question.
 */
const conditions = ({ now, today, tomorrow }: Moment, viewer: string): Record<Reason, SQL> => {
  const asks = sql`asked_at IS NOT NULL AND asked_at > max(coalesce(decided_at, 0), coalesce(withdrawn_at, 0))`
  // The programme's clock as it stands today: a sign-off before the clocks changed may be counted an hour off.
  const offset = Date.parse(plusDays(today, 1)) - tomorrow
  return {
    help: sql`help_at IS NOT NULL`,
    lapsed: sql`lapsed = 1 AND in_force IS NOT NULL`,
    'sign-off': asks,
    'second-signature': sql`needs_second AND decided_by <> ${viewer}`,
    reflection: sql`reflection_at IS NOT NULL`,
    stuck: sql`stuck_on <> '' AND paused_at IS NULL AND decision IS NOT 'not-this-role'`,
    review: sql`in_force IS NOT NULL AND paused_at IS NULL AND coalesce(
      (SELECT v.next_on FROM support_reviews v WHERE v.person = trainee.id AND v.programme = trainee.programme
        ORDER BY v.held_at DESC, v.id DESC LIMIT 1) < ${today},
      held_since < ${tomorrow - FIRST_REVIEW_AFTER} OR ${MEETINGS_BEFORE_REVIEW} <= (
        SELECT count(*) FROM progress m, json_each(m.state, '$.meetings') d
        WHERE m.person = trainee.id AND m.item = 'meetings'
          AND d.value ->> 'day' >= date((held_since + ${offset}) / 1000, 'unixepoch'))
    )`,
    expiring: sql`decision = 'ready' AND withdrawn_at IS NULL AND expires_on <= ${plusDays(today, EXPIRING_WITHIN)}`,
    idle: sql`coalesce(decision, 'more-practice') = 'more-practice' AND paused_at IS NULL AND NOT (${asks})
      AND coalesce(nullif(last_at, 0), joined_at) < ${now - IDLE_AFTER}`,
  }
}

/** Trainees of the programme with what their rows say, and with each reason as a column of 0 or 1. */
function marked({ programme, search, cohort, viewer }: HomeWish, moment: Moment): SQL {
  const reasons = Object.entries(conditions(moment, viewer)).map(
    ([reason, condition]) =>
      sql`coalesce((${condition}), 0) AS ${sql.raw(nameOf(reason as Reason))}`,
  )
  return sql`WITH trainee AS (
      SELECT p.id, p.name, t.programme, t.created_at AS joined_at, t.cohort,
        coalesce(o.done, 0) AS done, coalesce(o.last_item, '') AS last_item, o.last_at, o.asked_at, o.help_at,
        o.reflection_at, coalesce(o.stuck_on, '') AS stuck_on, o.paused_at, coalesce(o.lapsed, 0) AS lapsed,
        n.decision, n.decided_by, n.decided_at, w.withdrawn_at, h.standing, h.in_force, h.needs_second,
        f.decided_at AS held_since, coalesce(f.expires_on, n.expires_on) AS expires_on
      FROM (${standings(sql`t.programme = ${programme} AND t.archived_at IS NULL`, moment)}) h
      JOIN roles t ON t.person = h.person AND t.programme = h.programme AND t.role = 'trainee'
      JOIN people p ON p.id = h.person AND p.disabled_at IS NULL
      LEFT JOIN overviews o ON o.person = p.id
      LEFT JOIN sign_offs n ON n.id = h.newest
      LEFT JOIN sign_offs f ON f.id = h.in_force
      LEFT JOIN withdrawals w ON w.sign_off = n.id
      WHERE true
        ${search ? sql`AND (${nameHas('p.name', search)} OR ${nameHas('p.sign_in_name', search)})` : sql``}
        ${cohort ? sql`AND t.cohort = ${cohort}` : sql``}
    ), marked AS MATERIALIZED (
      SELECT *, standing IN ('ready', 'ready-with-conditions') AS ready, ${sql.join(reasons, sql`, `)} FROM trainee
    )`
}

const NEEDS = sql.raw(`(${REASONS.map(nameOf).join(' OR ')})`)
const IN_TAB: Record<Tab, SQL> = {
  needs: NEEDS,
  waiting: sql`NOT ${NEEDS} AND NOT ready`,
  ready: sql`ready`,
  all: sql`true`,
}
const NAME = byName('name')
/** Who waits longest comes first. */
const LONGEST = sql`min(coalesce(help_at, 9e15), coalesce(reflection_at, 9e15), coalesce(asked_at, 9e15)), ${NAME}, id`

export async function loadHome(wish: HomeWish, moment: Moment): Promise<Home> {
  const withReason = wish.reason ? sql.raw(nameOf(wish.reason)) : sql`true`
  const sums = sql.join(
    [
      ...Object.entries(IN_TAB).map(
        ([tab, is]) => sql`sum((${is}) AND ${withReason}) AS ${sql.raw(`t_${tab}`)}`,
      ),
      ...REASONS.map((reason) => sql.raw(`sum(${nameOf(reason)}) AS n_${nameOf(reason)}`)),
    ],
    sql`, `,
  )
  const order = wish.tab === 'needs' ? LONGEST : sql`${NAME}, id`
  // The totals stand beside each row, and alone where the page has none.
  const rows = await database().all<Raw & Record<string, number>>(sql`${marked(wish, moment)}
    SELECT page.*, totals.*, c.name AS cohort_name FROM (SELECT ${sums} FROM marked) totals
    LEFT JOIN (
      SELECT *, row_number() OVER (ORDER BY ${order}) AS place FROM marked
      WHERE ${IN_TAB[wish.tab]} AND ${withReason}
      ORDER BY ${order} LIMIT ${PAGE_SIZE} OFFSET ${(wish.page - 1) * PAGE_SIZE}
    ) page ON true
    LEFT JOIN cohorts c ON c.id = page.cohort
    ORDER BY page.place`)
  const [totals] = rows
  const total = (name: string): number => Number(totals?.[name] ?? 0)
  return {
    rows: rows.filter(({ id }) => id).map(toRow),
    tabs: {
      needs: total('t_needs'),
      waiting: total('t_waiting'),
      ready: total('t_ready'),
      all: total('t_all'),
    },
    reasons: Object.fromEntries(
      REASONS.map((reason) => [reason, total(`n_${nameOf(reason)}`)]),
    ) as Record<Reason, number>,
  }
}

/** As libSQL answers: column names, 0 and 1. */
interface Raw {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly joined_at: number
  readonly cohort_name: string | null
  readonly done: number
  readonly last_item: string
  readonly last_at: number | null
  readonly asked_at: number | null
  readonly help_at: number | null
  readonly reflection_at: number | null
  readonly stuck_on: string
  readonly paused_at: number | null
  readonly standing: Standing
  readonly expires_on: string | null
}

const toRow = (raw: Raw): HomeRow => ({
  id: raw.id,
  name: raw.name,
  programme: raw.programme,
  joinedAt: raw.joined_at,
  cohortName: raw.cohort_name,
  done: raw.done,
  lastItem: raw.last_item,
  lastAt: raw.last_at || null,
  askedAt: raw.asked_at,
  helpAt: raw.help_at,
  reflectionAt: raw.reflection_at,
  pausedAt: raw.paused_at,
  stuckOn: raw.stuck_on,
  standing: raw.standing,
  expiresOn: raw.expires_on,
  reasons: REASONS.filter(
    (reason) => (raw as unknown as Record<string, unknown>)[nameOf(reason)] === 1,
  ),
})
