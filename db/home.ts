/** The coordinator's home: who needs what. One query a page, whatever the number of people. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { plusDays, type Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import {
  EXPIRING_WITHIN,
  FIRST_REVIEW_AFTER,
  IDLE_AFTER,
  MEETINGS_BEFORE_REVIEW,
  DANGERS,
  LOW_WELLBEING,
  REASONS,
  TABS,
  type Reason,
  type Tab,
} from '#domain/readiness/attention.ts'
import { STANDINGS, type Standing } from '#domain/readiness/standing.ts'
import { flag, json, meaning, read, rows, type Reading } from './client.ts'
import { count, paged } from './engine/paged.ts'
import { GONE_ASKED, PAUSE_ENDS, waitsAgain } from './follow-ups.ts'
import { standingHarms } from './harms.ts'
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
  /** Person id of who looks: whoever decided cannot give the second signature, and nobody reads a concern about themselves. */
  readonly viewer: string
  /** False for somebody who only observes: concerns and reviews are the coordinators'. */
  readonly mayDecide: boolean
  /** Of who looks: names are ordered by it. */
  readonly language: Language
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
  /** When something harmful was seen first that stands. */
  readonly harmAt: number | null
  /** Since when the oldest concern is open, and when the review with low well-being was. */
  readonly concernAt: number | null
  readonly lowAt: number | null
  /** `YYYY-MM-DD`: the earliest day that something agreed was to be done by, and the day of the end of the pause. */
  readonly actionDue: string | null
  readonly pauseUntil: string | null
  /** True where they named no day. */
  readonly pauseIsOpen: boolean
  /** In which tabs this person stands. */
  readonly tabs: readonly Tab[]
  /** Null for who is here; who left stays on the list for as long as a danger or a question is open. */
  readonly gone: 'left' | 'disabled' | null
  readonly isInDanger: boolean
}

export interface Home {
  readonly rows: readonly HomeRow[]
  /** How many stand in each tab, with the search and the filters. */
  readonly tabs: Readonly<Record<Tab, number>>
  /** How many have each reason, with the search and the cohort. */
  readonly reasons: Readonly<Record<Reason, number>>
  /** How many need somebody, and how many of them are in danger or lapsed, whatever the reason that was asked for. */
  readonly waiting: Waiting
}

export interface Waiting {
  readonly needs: number
  readonly danger: number
}

const nameOf = (reason: Reason): string => `r_${reason.replace('-', '_')}`

/**
 * Each reason is one condition. Who pauses is never listed for what they leave undone; their questions, and what others
 * have to do about them, still are. A decision of "not this role" ends every reason but a question and a danger.
 */
const conditions = ({ now, today, tomorrow }: Moment, viewer: string): Record<Reason, SQL> => {
  // The programme's clock as it stands today: a sign-off before the clocks changed may be counted an hour off.
  const offset = Date.parse(plusDays(today, 1)) - tomorrow
  return {
    harm: sql`harm_at IS NOT NULL`,
    concern: sql`concern_at IS NOT NULL`,
    wellbeing: sql`low_at IS NOT NULL`,
    lapsed: sql`here AND decided = 'lapsed'`,
    help: sql`help_at IS NOT NULL`,
    'sign-off': sql`here AND wished = 'waiting-for-sign-off'`,
    'second-signature': sql`here AND needs_second AND decided_by <> ${viewer}`,
    reflection: sql`here AND reflection_at IS NOT NULL`,
    action: sql`here AND action_due IS NOT NULL`,
    pause: sql`here AND pause_until IS NOT NULL`,
    stuck: sql`here AND stuck_on <> '' AND NOT paused AND decided <> 'not-this-role'`,
    review: sql`here AND in_force IS NOT NULL AND NOT paused AND coalesce(
      (SELECT v.next_on FROM support_reviews v WHERE v.person = trainee.id AND v.programme = trainee.programme
        ORDER BY v.held_at DESC, v.id DESC LIMIT 1) < ${today},
      held_since < ${tomorrow - FIRST_REVIEW_AFTER} OR ${MEETINGS_BEFORE_REVIEW} <= (
        SELECT count(*) FROM progress m, json_each(m.state, '$.meetings') d
        WHERE m.person = trainee.id AND m.item = 'meetings'
          AND d.value ->> 'day' >= date((held_since + ${offset}) / 1000, 'unixepoch'))
    )`,
    expiring: sql`here AND decided NOT IN ('withdrawn', 'more-practice', 'not-this-role')
      AND expires_on <= ${plusDays(today, EXPIRING_WITHIN)}`,
    idle: sql`here AND standing IN ('in-training', 'more-practice')
      AND coalesce(nullif(last_at, 0), joined_at) < ${now - IDLE_AFTER}`,
  }
}

/** Since when each reason stands there, milliseconds; about, where only the day or the last work tells it. */
const SINCE: Readonly<Record<Reason, string>> = {
  harm: 'harm_at',
  concern: 'concern_at',
  wellbeing: 'low_at',
  lapsed:
    '(SELECT max(l.lapsed_at) FROM lapses l WHERE l.person = marked.id AND l.refreshed_at IS NULL)',
  help: 'help_at',
  'sign-off': 'asked_at',
  'second-signature': 'decided_at',
  reflection: 'reflection_at',
  action: 'unixepoch(action_due) * 1000',
  pause: 'unixepoch(pause_until) * 1000',
  stuck: 'last_at',
  review: `coalesce((SELECT unixepoch(v.next_on) * 1000 FROM support_reviews v WHERE v.person = marked.id
    AND v.programme = marked.programme ORDER BY v.held_at DESC, v.id DESC LIMIT 1), held_since + ${FIRST_REVIEW_AFTER})`,
  expiring: `unixepoch(expires_on, '-${EXPIRING_WITHIN} days') * 1000`,
  idle: `coalesce(nullif(last_at, 0), joined_at) + ${IDLE_AFTER}`,
}

/**
 * What only coordinators see, one row a person of the programme. Each is computed for the few whom it concerns, so that it costs
 * the same for 100,000 trainees. Nobody reads a concern about themselves.
 */
const worries = (programme: string, viewer: string, today: string): SQL => sql`
  harms AS MATERIALIZED (
    SELECT o.person, min(o.observed_at) AS at FROM ${standingHarms(programme)} AND o.person <> ${viewer}
      AND ${waitsAgain('o.id', today)}
    GROUP BY o.person
  ),  concerns AS MATERIALIZED (
    SELECT n.person, n.programme, min(n.written_at) AS at FROM notes n
    WHERE n.kind = 'concern' AND n.programme = ${programme} AND n.person <> ${viewer} AND ${waitsAgain('n.id', today)}
    GROUP BY n.person, n.programme
  ), lows AS MATERIALIZED (
    SELECT v.person, v.programme, v.held_at AS at FROM support_reviews v
    WHERE v.wellbeing <= ${LOW_WELLBEING} AND v.programme = ${programme} AND v.person <> ${viewer} AND ${waitsAgain('v.id', today)}
      AND NOT EXISTS (SELECT 1 FROM support_reviews l WHERE l.person = v.person AND l.programme = v.programme
        AND (l.held_at, l.id) > (v.held_at, v.id))
  ), actions AS MATERIALIZED (
    SELECT v.person, v.programme, min(a.due_on) AS due FROM review_actions a JOIN support_reviews v ON v.id = a.review
    WHERE a.done_at IS NULL AND a.due_on < ${today} AND v.programme = ${programme}
    GROUP BY v.person, v.programme
  ), pauses AS MATERIALIZED (
    SELECT o.person, ${PAUSE_ENDS} AS until, m.value ->> 'until' IS NULL AS open FROM overviews o
    JOIN records m ON m.person = o.person AND m.made_at = o.paused_at AND m.kind = 'paused'
    WHERE o.paused_at IS NOT NULL AND ${PAUSE_ENDS} < ${today} AND ${waitsAgain('m.id', today)}
    GROUP BY o.person
  ), gone_asked AS MATERIALIZED (
    SELECT t.person, min(m.made_at) AS at FROM overviews o CROSS JOIN ${GONE_ASKED} AND t.person = o.person
    WHERE o.help_at IS NOT NULL AND t.programme = ${programme} AND ${waitsAgain('m.id', today)}
    GROUP BY t.person
  )`

type Whom = Pick<HomeWish, 'programme' | 'search' | 'cohort' | 'viewer' | 'mayDecide'>

/** Trainees of the programme with what their rows say, and with each reason as a column of 0 or 1. */
function marked({ programme, search, cohort, viewer, mayDecide }: Whom, moment: Moment): SQL {
  const reasons = Object.entries(conditions(moment, viewer)).map(
    ([reason, condition]) =>
      sql`coalesce((${condition}), 0) AS ${sql.raw(nameOf(reason as Reason))}`,
  )
  // For somebody who may not see them there are none.
  const worriesOf = worries(mayDecide ? programme : '', viewer, moment.today)
  return sql`WITH ${worriesOf}, standing_now AS MATERIALIZED (${standings(sql`t.programme = ${programme}`, moment)}), trainee AS MATERIALIZED (
      SELECT p.id, p.name, p.folded, t.programme, t.created_at AS joined_at, t.cohort, t.archived_at, p.disabled_at,
        (t.archived_at IS NULL AND p.disabled_at IS NULL) AS here,
        harms.at AS harm_at, concerns.at AS concern_at, lows.at AS low_at, actions.due AS action_due, ${mayDecide ? sql`pauses.until` : sql`NULL`} AS pause_until, pauses.open AS pause_open,
        coalesce(o.done, 0) AS done, coalesce(o.last_item, '') AS last_item, o.last_at, o.asked_at,
        CASE WHEN t.archived_at IS NULL AND p.disabled_at IS NULL THEN o.help_at ELSE gone_asked.at END AS help_at, o.reflection_at, coalesce(o.stuck_on, '') AS stuck_on, o.paused_at,
        n.decided_by, n.decided_at, h.decided, h.wished, h.paused, h.standing, h.in_force, h.needs_second,
        u.decided_at AS held_since, u.expires_on
      FROM standing_now h
      JOIN roles t ON t.person = h.person AND t.programme = h.programme AND t.role = 'trainee'
      JOIN people p ON p.id = h.person
      LEFT JOIN harms ON harms.person = p.id
      LEFT JOIN concerns ON concerns.person = p.id
      LEFT JOIN lows ON lows.person = p.id
      LEFT JOIN actions ON actions.person = p.id
      LEFT JOIN pauses ON pauses.person = p.id
      LEFT JOIN gone_asked ON gone_asked.person = p.id
      LEFT JOIN overviews o ON o.person = p.id
      LEFT JOIN sign_offs n ON n.id = h.newest
      -- As mentorsUnder (src/domain/readiness/standing.ts) says it.
      LEFT JOIN sign_offs u ON u.id = coalesce(h.in_force, h.newest)
      WHERE ((t.archived_at IS NULL AND p.disabled_at IS NULL) OR harms.at IS NOT NULL OR concerns.at IS NOT NULL OR lows.at IS NOT NULL
        OR gone_asked.at IS NOT NULL)
        ${search ? sql`AND ${nameHas('p', search)}` : sql``}
        ${cohort ? sql`AND t.cohort = ${cohort}` : sql``}
    ), marked AS MATERIALIZED (
      SELECT *, (here AND standing IN ('ready', 'ready-with-conditions')) AS ready, ${sql.join(reasons, sql`, `)} FROM trainee
    )`
}

const NEEDS = sql.raw(`(${REASONS.map(nameOf).join(' OR ')})`)
const DANGER = sql.raw(`(${DANGERS.map(nameOf).join(' OR ')})`)
const IN_TAB: Record<Tab, SQL> = {
  needs: NEEDS,
  waiting: sql`NOT ${NEEDS} AND NOT ready`,
  ready: sql`ready`,
  all: sql`true`,
}
const WORRIES = DANGERS.filter((reason) => reason !== 'lapsed')
const WORRY = `(${WORRIES.map(nameOf).join(' OR ')})`
/** Danger first, then a lapse, then who waits longest: by the oldest of the reasons that put somebody there. */
const RANK = sql.raw(`CASE WHEN ${WORRY} THEN 0 WHEN ${nameOf('lapsed')} THEN 1 ELSE 2 END`)
const since = (reasons: readonly Reason[]): string =>
  reasons
    .map((reason) => `coalesce(CASE WHEN ${nameOf(reason)} THEN ${SINCE[reason]} END, 9e15)`)
    .join(', ')
const WAITS_SINCE = sql.raw(
  `CASE WHEN ${WORRY} THEN min(${since(WORRIES)})
    WHEN ${nameOf('lapsed')} THEN ${SINCE.lapsed} ELSE min(${since(REASONS)}) END`,
)

/** Each a list in the order of TABS or REASONS. */
const TOTALS = {
  tabs: json(z.array(count)),
  reasons_of_all: json(z.array(count)),
  needs: count,
  danger: count,
}

const listOf = (columns: readonly SQL[]): SQL => sql`json_array(${sql.join([...columns], sql`, `)})`

/** @param moment by the programme's clock */
export function homeQuery(wish: HomeWish, moment: Moment): Reading<Home> {
  const withReason = wish.reason ? sql.raw(nameOf(wish.reason)) : sql`true`
  const columns = REASONS.map((reason) => sql.raw(nameOf(reason)))
  const sums = sql`${listOf(TABS.map((tab) => sql`sum((${IN_TAB[tab]}) AND ${withReason})`))} AS tabs,
    ${listOf(columns.map((column) => sql`sum(${column})`))} AS reasons_of_all,
    sum(${NEEDS}) AS needs, sum(${DANGER}) AS danger`
  const name = byName('folded', wish.language)
  const order = wish.tab === 'needs' ? sql`${RANK}, ${WAITS_SINCE}, ${name}, id` : sql`${name}, id`
  const statement = sql`${marked(wish, moment)}
    SELECT page.*, totals.*, c.name AS cohort_name FROM (SELECT ${sums} FROM marked) totals
    LEFT JOIN (
      SELECT *, ${listOf(columns)} AS reasons, row_number() OVER (ORDER BY ${order}) AS place FROM marked
      WHERE ${IN_TAB[wish.tab]} AND ${withReason}
      ORDER BY ${order} LIMIT ${PAGE_SIZE} OFFSET ${(wish.page - 1) * PAGE_SIZE}
    ) page ON true
    LEFT JOIN cohorts c ON c.id = page.cohort
    ORDER BY page.place`
  return meaning(paged(statement, ROW, TOTALS), ({ rows: found, totals }) => ({
    rows: found.map(toRow),
    tabs: numbered(TABS, totals.tabs),
    reasons: numbered(REASONS, totals.reasons_of_all),
    waiting: { needs: totals.needs, danger: totals.danger },
  }))
}

/** @param values in the order of `names` */
const numbered = <K extends string>(
  names: readonly K[],
  values: readonly number[],
): Record<K, number> =>
  Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])) as Record<K, number>

/** Somebody who looks at a programme, by its clock. */
export type Look = Pick<HomeWish, 'programme' | 'viewer' | 'mayDecide'> & {
  readonly moment: Moment
}

/** How many need somebody, by programme and without any filter: a danger is never out of sight because of one. */
export function waitingQuery(looks: readonly Look[]): Reading<ReadonlyMap<string, Waiting>> {
  const each = looks.map(
    ({ moment, ...whom }) => sql`SELECT ${whom.programme} AS programme, needs, danger FROM (
      ${marked({ ...whom, search: '', cohort: '' }, moment)}
      SELECT sum(${NEEDS}) AS needs, sum(${DANGER}) AS danger FROM marked)`,
  )
  const none = sql`SELECT '' AS programme, 0 AS needs, 0 AS danger WHERE false`
  return meaning(
    rows(sql.join([none, ...each], sql` UNION ALL `), {
      programme: z.string(),
      needs: count,
      danger: count,
    }),
    (found) => new Map(found.map(({ programme, ...waiting }) => [programme, waiting])),
  )
}

/** The same for one programme. */
export async function countWaiting(whom: Omit<Look, 'moment'>, moment: Moment): Promise<Waiting> {
  const found = await read(waitingQuery([{ ...whom, moment }]))
  return found.get(whom.programme) ?? { needs: 0, danger: 0 }
}

/** As libSQL answers: column names, 0 and 1. */
const ROW = {
  id: z.string(),
  name: z.string(),
  programme: z.string(),
  joined_at: z.number(),
  cohort_name: z.string().nullable(),
  done: z.number(),
  last_item: z.string(),
  last_at: z.number().nullable(),
  asked_at: z.number().nullable(),
  help_at: z.number().nullable(),
  reflection_at: z.number().nullable(),
  stuck_on: z.string(),
  paused_at: z.number().nullable(),
  standing: z.enum(STANDINGS),
  expires_on: z.string().nullable(),
  ready: flag,
  harm_at: z.number().nullable(),
  concern_at: z.number().nullable(),
  low_at: z.number().nullable(),
  action_due: z.string().nullable(),
  pause_until: z.string().nullable(),
  pause_open: flag.nullable(),
  archived_at: z.number().nullable(),
  disabled_at: z.number().nullable(),
  /** In the order of REASONS. */
  reasons: json(z.array(flag)),
}
type Raw = z.infer<z.ZodObject<typeof ROW>>

function toRow(raw: Raw): HomeRow {
  const reasons = REASONS.filter((_, at) => raw.reasons[at])
  const isReady = raw.ready
  return {
    isInDanger: DANGERS.some((one) => reasons.includes(one)),
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
    reasons,
    harmAt: raw.harm_at,
    concernAt: raw.concern_at,
    lowAt: raw.low_at,
    actionDue: raw.action_due,
    pauseUntil: raw.pause_until,
    pauseIsOpen: raw.pause_open === true,
    tabs: [
      ...(reasons.length ? (['needs'] as const) : isReady ? [] : (['waiting'] as const)),
      ...(isReady ? (['ready'] as const) : []),
    ],
    gone: raw.disabled_at !== null ? 'disabled' : raw.archived_at !== null ? 'left' : null,
  }
}
