/** The coordinator's home: who needs what. One query a page, whatever the number of people. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { REASONS, TABS, type Reason, type Tab } from '#domain/readiness/attention.ts'
import { json, meaning, read, rows, type Reading } from './client.ts'
import { count, paged } from './engine/paged.ts'
import { marked, type Whom } from './home-marked.ts'
import { DANGER, IN_TAB, nameOf, NEEDS, RANK, WAITS_SINCE } from './home-reasons.ts'
import { ROW, toRow, type HomeRow } from './home-row.ts'
import { byName } from './names.ts'
import { PAGE_SIZE } from './trainees.ts'

export interface HomeWish extends Whom {
  readonly tab: Tab
  /** Null for all. */
  readonly reason: Reason | null
  /** From 1. */
  readonly page: number
  /** Of who looks: names are ordered by it. */
  readonly language: Language
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
export type Look = Pick<Whom, 'programme' | 'viewer' | 'mayDecide'> & {
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
