/** The coordinator's home: what is to be done or the list that was asked for, what waits elsewhere, and where to look on. */
import { read, together } from '#db/client.ts'
import { cohortsQuery, listCohorts, type CohortRow } from '#db/cohorts.ts'
import type { HomeRow } from '#db/home-row.ts'
import { homeRowsQuery, listedCountsQuery, listedQuery, type HomeWish } from '#db/home.ts'
import {
  taskCountsQuery,
  tasksQuery,
  waitingQuery,
  type Task,
  type TaskWish,
  type Waiting,
} from '#db/tasks.ts'
import { PAGE_SIZE } from '#db/trainees.ts'
import type { Language } from '#domain/course/language.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import {
  isReason,
  PEOPLE_TABS,
  TABS,
  type PeopleTab,
  type Reason,
  type Tab,
} from '#domain/readiness/attention.ts'
import { WHOSE } from '#domain/readiness/task.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { freshDesk, type Freshness } from '#server/tasks/fresh-desk.ts'

/** As it stands in the address; null for what is not said. */
export interface HomeAsked {
  readonly programme: string | null
  readonly tab: string | null
  readonly search: string | null
  readonly cohort: string | null
  readonly reason: string | null
  readonly whose: string | null
  /** From 1. */
  readonly page: number
  readonly language: Language
}

/** What the list is about. */
export interface HomeWished extends Pick<HomeWish, 'search' | 'language'>, TaskWish {
  readonly tab: Tab
}

export interface HomePage {
  readonly wish: HomeWished
  /** All that the person may see. */
  readonly programmes: readonly string[]
  /** Of the programme that is looked at, archived ones left out. */
  readonly cohorts: readonly CohortRow[]
  /** What is to be done; empty in a list of people. */
  readonly tasks: readonly Task[]
  /** How many tasks of each kind; more than MOST_COUNTED are not counted. */
  readonly reasons: Readonly<Record<Reason, number>>
  /** The people of a list; empty where tasks are listed. */
  readonly rows: readonly HomeRow[]
  /** How many people stand in each list, with the search and the cohort; more than MOST_COUNTED are not counted. */
  readonly counts: Readonly<Record<PeopleTab, number>>
  readonly pageSize: number
  /** How much is to be done in each programme, whatever is looked for. */
  readonly waiting: ReadonlyMap<string, Waiting>
  /** Programmes whose danger this page does not show, and how many people that is. */
  readonly dangers: readonly { readonly programme: string; readonly n: number }[]
  /** Where it is not fresh, what was done in the last minutes may not be in the list yet. */
  readonly freshness: Freshness
}

/** Null for who neither coordinates nor observes anywhere. */
export async function showHome(
  by: Person,
  asked: HomeAsked,
  now: number,
): Promise<HomePage | null> {
  const decides = programmesAs(by, 'coordinator')
  const programmes = [...new Set([...decides, ...programmesAs(by, 'observer')])]
  const programme = programmes.find((slug) => slug === asked.programme) ?? programmes[0]
  if (programme === undefined) return null
  const freshness = await freshDesk(programmes, now)
  // What the list holds hangs on whether there is such a cohort.
  const known = asked.cohort ? offered(await listCohorts([programme], asked.language)) : []
  const cohort = known.find(({ id }) => id === asked.cohort)?.id ?? ''
  const wish = wishOf({ by, programme, cohort, mayDecide: decides.includes(programme) }, asked)
  const { today } = momentOf(programme, now)
  const people = { ...wish, tab: PEOPLE_TABS.find((tab) => tab === wish.tab) ?? 'all' } as const
  const lookAt = (slug: string) => {
    const mayDecide = decides.includes(slug)
    return { programme: slug, viewer: by.id, mayDecide, today: momentOf(slug, now).today }
  }
  const isWork = wish.tab === 'needs'
  const found = await together({
    tasks: tasksQuery(wish, today, isWork),
    listed: listedQuery(people, !isWork),
    reasons: taskCountsQuery(wish, today),
    counts: listedCountsQuery(people),
    cohorts: cohortsQuery([programme], asked.language),
    waiting: waitingQuery(programmes.map(lookAt)),
  })
  const { tasks, listed, reasons, counts, cohorts, waiting } = found
  const rows = listed.length
    ? await read(homeRowsQuery(people, listed, momentOf(programme, now)))
    : []
  return {
    wish,
    programmes,
    cohorts: offered(cohorts),
    tasks,
    reasons,
    rows,
    counts,
    pageSize: PAGE_SIZE,
    waiting,
    dangers: dangersBeside(shownDangers(tasks, rows), programme, programmes, waiting),
    freshness,
  }
}

const offered = (cohorts: readonly CohortRow[]): CohortRow[] =>
  cohorts.filter(({ archivedAt }) => archivedAt === null)

/** A name is looked for among people, a kind among what is to be done, whatever list was open. */
function wishOf(
  look: {
    readonly by: Person
    readonly programme: string
    readonly cohort: string
    readonly mayDecide: boolean
  },
  { tab, search: typed, reason, whose, page, language }: HomeAsked,
): HomeWished {
  const { by, programme, cohort, mayDecide } = look
  const search = (typed ?? '').slice(0, 100).trim()
  const wished = TABS.find((one) => one === tab) ?? 'needs'
  return {
    programme,
    tab: wished === 'needs' && search ? 'all' : wished,
    search,
    cohort,
    reason: isReason(reason) ? reason : null,
    whose: WHOSE.find((one) => one === whose) ?? 'open',
    page,
    viewer: by.id,
    mayDecide,
    language,
  }
}

const shownDangers = (tasks: readonly Task[], rows: readonly HomeRow[]): number =>
  new Set([
    ...tasks.filter(({ isDanger }) => isDanger).map(({ person }) => person),
    ...rows.filter(({ isInDanger }) => isInDanger).map(({ id }) => id),
  ]).size

/** Danger is never out of sight: what stands in no row of this page is said above it. */
function dangersBeside(
  shown: number,
  programme: string,
  programmes: readonly string[],
  waiting: ReadonlyMap<string, Waiting>,
): HomePage['dangers'] {
  return programmes.flatMap((one) => {
    const n = (waiting.get(one)?.danger ?? 0) - (one === programme ? shown : 0)
    return n > 0 ? [{ programme: one, n }] : []
  })
}
