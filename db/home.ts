/** The coordinator's home: who needs what. One query a page, whatever the number of people. */
import { sql, type SQL } from 'drizzle-orm'
import {
  EXPIRING_WITHIN,
  FIRST_REVIEW_AFTER,
  IDLE_AFTER,
  MEETINGS_BEFORE_REVIEW,
  REASONS,
  type Reason,
  type Tab,
} from '#domain/readiness/attention.ts'
import { database } from './client.ts'
import { byName, nameHas } from './names.ts'
import { SECOND_SINCE } from './programme-rules.ts'
import { PAGE_SIZE, type TraineeRow } from './trainees.ts'

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

export interface HomeRow extends TraineeRow {
  readonly lapsed: boolean
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
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/**
 * Each reason is one condition. Who pauses is never listed for what they leave undone; their questions still are.
 * A decision of "not this role" ends every reason but a question.
 */
const conditions = (now: number, viewer: string): Record<Reason, SQL> => {
  const asks = sql`asked_at IS NOT NULL AND asked_at > max(coalesce(decided_at, 0), coalesce(withdrawn_at, 0))`
  return {
    help: sql`help_at IS NOT NULL`,
    lapsed: sql`lapsed = 1 AND holds`,
    'sign-off': asks,
    'second-signature': sql`needs_second AND decided_by <> ${viewer}`,
    reflection: sql`reflection_at IS NOT NULL`,
    stuck: sql`stuck_on <> '' AND paused_at IS NULL AND decision IS NOT 'not-this-role'`,
    review: sql`holds AND paused_at IS NULL AND coalesce(
      (SELECT v.next_on FROM support_reviews v WHERE v.person = trainee.id AND v.programme = trainee.programme
        ORDER BY v.held_at DESC, v.id DESC LIMIT 1) < ${dayOf(now)},
      decided_at < ${now - FIRST_REVIEW_AFTER} OR ${MEETINGS_BEFORE_REVIEW} <= (
        SELECT count(*) FROM progress m, json_each(m.state, '$.meetings') d
        WHERE m.person = trainee.id AND m.item = 'meetings'
          AND d.value ->> 'day' >= date(decided_at / 1000, 'unixepoch'))
    )`,
    expiring: sql`decision = 'ready' AND withdrawn_at IS NULL AND expires_on <= ${dayOf(now + EXPIRING_WITHIN)}`,
    idle: sql`coalesce(decision, 'more-practice') = 'more-practice' AND paused_at IS NULL AND NOT (${asks})
      AND coalesce(nullif(last_at, 0), joined_at) < ${now - IDLE_AFTER}`,
  }
}

/** Trainees of the programme with what their rows say, and with each reason as a column of 0 or 1. */
function marked({ programme, search, cohort, viewer }: HomeWish, now: number): SQL {
  const reasons = Object.entries(conditions(now, viewer)).map(
    ([reason, condition]) =>
      sql`coalesce((${condition}), 0) AS ${sql.raw(nameOf(reason as Reason))}`,
  )
  const second = sql`coalesce((SELECT second_signature FROM programme_rules WHERE programme = ${programme}), 0)
    AND g.sign_off IS NULL`
  return sql`WITH trainee AS (
      SELECT p.id, p.name, t.programme, t.created_at AS joined_at, t.cohort,
        coalesce(o.done, 0) AS done, coalesce(o.last_item, '') AS last_item, o.last_at, o.asked_at, o.help_at,
        o.reflection_at, coalesce(o.stuck_on, '') AS stuck_on, o.paused_at, coalesce(o.lapsed, 0) AS lapsed,
        s.decision, s.decided_by, s.decided_at, s.conditions, s.expires_on, w.withdrawn_at,
        g.signed_at AS second_signed_at, c.signed_at AS committed_at,
        ${sql.raw(SECOND_SINCE('t.programme'))} AS second_since,
        (s.decision = 'ready' AND w.sign_off IS NULL AND s.expires_on > ${dayOf(now)} AND NOT (${second})
          AND c.sign_off IS NOT NULL) AS holds,
        (s.decision = 'ready' AND w.sign_off IS NULL AND ${second}) AS needs_second
      FROM roles t
      JOIN people p ON p.id = t.person AND p.disabled_at IS NULL
      LEFT JOIN overviews o ON o.person = p.id
      LEFT JOIN sign_offs s ON s.id = (SELECT x.id FROM sign_offs x WHERE x.person = p.id AND x.programme = t.programme ORDER BY x.decided_at DESC, x.id DESC LIMIT 1)
      LEFT JOIN withdrawals w ON w.sign_off = s.id
      LEFT JOIN second_signatures g ON g.sign_off = s.id
      LEFT JOIN commitments c ON c.sign_off = s.id
      WHERE t.programme = ${programme} AND t.role = 'trainee' AND t.archived_at IS NULL
        ${search ? sql`AND (${nameHas('p.name', search)} OR ${nameHas('p.sign_in_name', search)})` : sql``}
        ${cohort ? sql`AND t.cohort = ${cohort}` : sql``}
    ), marked AS MATERIALIZED (
      SELECT *, (coalesce(holds, 0) AND NOT lapsed AND paused_at IS NULL) AS ready, ${sql.join(reasons, sql`, `)} FROM trainee
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

export async function loadHome(wish: HomeWish, now: number): Promise<Home> {
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
  const rows = await database().all<Raw & Record<string, number>>(sql`${marked(wish, now)}
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
  readonly decision: TraineeRow['decision']
  readonly decided_at: number | null
  readonly conditions: string | null
  readonly expires_on: string | null
  readonly withdrawn_at: number | null
  readonly second_signed_at: number | null
  readonly second_since: number | null
  readonly committed_at: number | null
  readonly lapsed: number
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
  lapsed: raw.lapsed === 1,
  decision: raw.decision,
  decidedAt: raw.decided_at,
  conditions: raw.conditions,
  expiresOn: raw.expires_on,
  withdrawnAt: raw.withdrawn_at,
  secondSignedAt: raw.second_signed_at,
  secondSince: raw.second_since,
  committedAt: raw.committed_at,
  reasons: REASONS.filter(
    (reason) => (raw as unknown as Record<string, unknown>)[nameOf(reason)] === 1,
  ),
})
