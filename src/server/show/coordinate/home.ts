/** The coordinator's home: the list that was asked for, what waits elsewhere, and where to look on. */
import {
  APPLICATION_WAITS,
  waitingApplicationsQuery,
  type WaitingApplications,
} from '#db/application-waits.ts'
import { together } from '#db/client.ts'
import { cohortsQuery, listCohorts, type CohortRow } from '#db/cohorts.ts'
import { homeQuery, waitingQuery, type Home, type HomeWish, type Waiting } from '#db/home.ts'
import { troubledMailQuery, type TroubledMail } from '#db/outbox.ts'
import { PAGE_SIZE } from '#db/trainees.ts'
import type { Language } from '#domain/course/language.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { isReason, TABS } from '#domain/readiness/attention.ts'
import { momentOf } from '#server/calendar/clock.ts'

/** As it stands in the address; null for what is not said. */
export interface HomeAsked {
  readonly programme: string | null
  readonly tab: string | null
  readonly search: string | null
  readonly cohort: string | null
  readonly reason: string | null
  /** From 1. */
  readonly page: number
  readonly language: Language
}

export interface HomePage {
  readonly wish: HomeWish
  /** All that the person may see. */
  readonly programmes: readonly string[]
  /** Of the programme that is looked at, archived ones left out. */
  readonly cohorts: readonly CohortRow[]
  readonly home: Home
  readonly pageSize: number
  /** How many trainees need somebody in each programme, whatever is looked for. */
  readonly needs: ReadonlyMap<string, number>
  /** Of the programme that is looked at, the first talk before the others. */
  readonly applications: readonly WaitingApplications[]
  /** How many applications wait, by programme. */
  readonly applicants: ReadonlyMap<string, number>
  /** Programmes whose danger this page does not show, and how many people that is. */
  readonly dangers: readonly { readonly programme: string; readonly n: number }[]
  readonly mails: readonly TroubledMail[]
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
  // What the list holds hangs on whether there is such a cohort.
  const known = asked.cohort ? offered(await listCohorts([programme], asked.language)) : []
  const cohort = known.find(({ id }) => id === asked.cohort)?.id ?? ''
  const wish = wishOf({ by, programme, cohort, mayDecide: decides.includes(programme) }, asked)
  // Without a search and a cohort the list itself has counted everybody of its programme.
  const isWhole = wish.search === '' && cohort === ''
  const lookAt = (slug: string) => {
    const mayDecide = decides.includes(slug)
    return { programme: slug, viewer: by.id, mayDecide, moment: momentOf(slug, now) }
  }
  const { home, cohorts, elsewhere, applications, mails } = await together({
    home: homeQuery(wish, momentOf(programme, now)),
    cohorts: cohortsQuery([programme], asked.language),
    elsewhere: waitingQuery(programmes.filter((one) => !isWhole || one !== programme).map(lookAt)),
    applications: waitingApplicationsQuery(
      new Map(decides.map((one) => [one, momentOf(one, now).today])),
    ),
    mails: troubledMailQuery(by.id, decides, now),
  })
  const waiting = new Map([[programme, home.waiting], ...elsewhere])
  return {
    wish,
    programmes,
    cohorts: offered(cohorts),
    home,
    pageSize: PAGE_SIZE,
    needs: new Map([...waiting].map(([slug, { needs }]) => [slug, needs])),
    applications: APPLICATION_WAITS.flatMap((wait) =>
      applications.filter((one) => one.programme === programme && one.wait === wait),
    ),
    applicants: sumByProgramme(applications),
    dangers: dangersBeside(home, programme, programmes, waiting),
    mails: decides.length > 0 ? mails : [],
  }
}

const offered = (cohorts: readonly CohortRow[]): CohortRow[] =>
  cohorts.filter(({ archivedAt }) => archivedAt === null)

/** A name or a cohort is looked for in all lists, unless one was chosen. */
function wishOf(
  look: {
    readonly by: Person
    readonly programme: string
    readonly cohort: string
    readonly mayDecide: boolean
  },
  { tab, search: typed, reason, page, language }: HomeAsked,
): HomeWish {
  const { by, programme, cohort, mayDecide } = look
  const search = (typed ?? '').slice(0, 100).trim()
  return {
    programme,
    tab: TABS.find((one) => one === tab) ?? (search || cohort ? 'all' : 'needs'),
    search,
    cohort,
    reason: isReason(reason) ? reason : null,
    page,
    viewer: by.id,
    mayDecide,
    language,
  }
}

function sumByProgramme(applications: readonly WaitingApplications[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { programme, n } of applications) sums.set(programme, (sums.get(programme) ?? 0) + n)
  return sums
}

/** Danger is never out of sight: what stands in no row of this page is said above it. */
function dangersBeside(
  home: Home,
  programme: string,
  programmes: readonly string[],
  waiting: ReadonlyMap<string, Waiting>,
): HomePage['dangers'] {
  const shown = home.rows.filter(({ isInDanger }) => isInDanger).length
  return programmes.flatMap((one) => {
    const n = (waiting.get(one)?.danger ?? 0) - (one === programme ? shown : 0)
    return n > 0 ? [{ programme: one, n }] : []
  })
}
