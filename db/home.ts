/** Lists of a programme's trainees: who stands in them, and what is said of the people on one page. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { PEOPLE_TABS, PERSON_REASONS, type PeopleTab } from '#domain/readiness/attention.ts'
import { MOST_COUNTED } from '#domain/readiness/task.ts'
import { meaning, rows, type Reading } from './client.ts'
import { marked } from './home-marked.ts'
import { nameOf } from './home-reasons.ts'
import { ROW, toRow, type HomeRow } from './home-row.ts'
import { byName, foldedHas } from './names.ts'
import { areasNow } from './person-areas.ts'
import { CONTACT, isSeen, namesakes, type Viewer } from './tasks.ts'
import { PAGE_SIZE } from './trainees.ts'

export interface HomeWish extends Viewer {
  readonly tab: PeopleTab
  /** Part of a name; '' for all. */
  readonly search: string
  /** Cohort id; '' for all. */
  readonly cohort: string
  /** From 1. */
  readonly page: number
  /** Of who looks: names are ordered by it. */
  readonly language: Language
}

/** Who stands in a list, of what is kept (desk-people.ts). Who only observes must not see by a gap that there is a worry. */
const inTab = (tab: PeopleTab, viewer: Viewer): SQL => {
  if (tab === 'ready') return sql`d.list = 'ready'`
  const needs = sql`EXISTS (SELECT 1 FROM tasks k WHERE k.programme = d.programme AND k.person = d.person AND ${isSeen(viewer)})`
  if (tab === 'all') return sql`(d.is_here OR ${needs})`
  return viewer.mayDecide
    ? sql`d.list = 'waiting'`
    : sql`d.is_here AND d.list <> 'ready' AND NOT ${needs}`
}

const nameIn = ({ language }: HomeWish): string => (language === 'es' ? 'd.name_es' : 'd.name_en')

const listed = (wish: HomeWish, tab: PeopleTab): SQL => {
  const { programme, search, cohort } = wish
  // A cohort is small beside a programme: its people are found first.
  // A name is looked for as it is kept here, in the index that the list is ordered by: nobody's own row is read for it.
  return sql`FROM ${cohort ? sql`roles t CROSS JOIN` : sql``} desk_people d
    WHERE d.programme = ${programme} AND ${inTab(tab, wish)} ${search ? sql`AND ${foldedHas(nameIn(wish), search)}` : sql``}
    ${cohort ? sql`AND t.cohort = ${cohort} AND t.role = 'trainee' AND +t.programme = ${programme} AND d.person = t.person` : sql``}`
}

/** Person ids of one page, by name. @param isAsked false for none of them, in a statement with others */
export function listedQuery(wish: HomeWish, isAsked = true): Reading<string[]> {
  const name = sql.raw(nameIn(wish))
  return meaning(
    rows(
      sql`SELECT d.person ${listed(wish, wish.tab)} ORDER BY ${name}, d.person
        LIMIT ${isAsked ? PAGE_SIZE : 0} OFFSET ${(wish.page - 1) * PAGE_SIZE}`,
      { person: z.string() },
    ),
    (found) => found.map(({ person }) => person),
  )
}

/** How many stand in each list, with the search and the cohort; one more than MOST_COUNTED for more. */
export const listedCountsQuery = (wish: HomeWish): Reading<Readonly<Record<PeopleTab, number>>> =>
  meaning(
    rows(
      sql.join(
        PEOPLE_TABS.map(
          (tab) =>
            sql`SELECT ${tab} AS tab, (SELECT count(*) FROM (SELECT 1 ${listed(wish, tab)} LIMIT ${MOST_COUNTED + 1})) AS n`,
        ),
        sql` UNION ALL `,
      ),
      { tab: z.enum(PEOPLE_TABS), n: z.number() },
    ),
    (found) => Object.fromEntries(found.map(({ tab, n }) => [tab, n])) as Record<PeopleTab, number>,
  )

/** What is said of these people, in the order of their names. @param moment by the programme's clock */
export function homeRowsQuery(
  wish: HomeWish,
  people: readonly string[],
  moment: Moment,
): Reading<HomeRow[]> {
  const among = sql`(SELECT value FROM json_each(${JSON.stringify(people)}))`
  const reasons = sql.join(
    PERSON_REASONS.map((reason) => sql.raw(nameOf(reason))),
    sql`, `,
  )
  return meaning(
    rows(
      sql`${marked({ ...wish, among }, moment)}
        SELECT m.*, json_array(${reasons}) AS reasons, c.name AS cohort_name,
          ${namesakes('m', 'm.folded')} AS namesakes, ${sql.raw(CONTACT)} AS contact,
          CASE WHEN m.steps > 0 THEN '[]' ELSE ${sql.raw(areasNow('m.id'))} END AS areas FROM marked m
        CROSS JOIN people p ON p.id = m.id LEFT JOIN cohorts c ON c.id = m.cohort ORDER BY ${byName('m.folded', wish.language)}, m.id`,
      ROW,
    ),
    (found) => found.map(toRow),
  )
}
