/** What the desk's pages read together, one by one: tests of the rules behind them. */
import { waitingApplicationsQuery, type WaitingApplications } from '#db/application-waits.ts'
import { applicationsQuery, type ListedApplication } from '#db/applications.ts'
import { read, together } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import type { HomeRow } from '#db/home-row.ts'
import { homeRowsQuery, listedCountsQuery, listedQuery, type HomeWish } from '#db/home.ts'
import { inboxQuery, type InboxCounts, type InboxRow } from '#db/inbox.ts'
import { invitationsQuery, type LinkRow, type Reach } from '#db/links.ts'
import { mailOfLinksQuery, type MailFacts } from '#db/outbox.ts'
import { absentQuery, type AbsentPage } from '#db/register-absent.ts'
import type { Mentor } from '#db/register-mentor.ts'
import {
  facetsQuery,
  mentorsAfterQuery,
  mentorsQuery,
  type MentorsPage,
  type RegisterFacets,
} from '#db/register.ts'
import {
  taskCountsQuery,
  tasksQuery,
  waitingQuery,
  type TaskWish,
  type Viewer,
  type Waiting,
} from '#db/tasks.ts'
import { peopleQuery, type PeopleFilter, type PersonInRole } from '#db/roles.ts'
import type { Moment } from '#domain/calendar/days.ts'
import { REASONS, type Reason, type Tab } from '#domain/readiness/attention.ts'
import type { ApplicationState } from '#domain/people/application.ts'

export interface WholeHomeWish extends Omit<HomeWish, 'tab'> {
  readonly tab: Tab
  readonly reason: Reason | null
}
export interface WholeHome {
  /** In the list of what is to be done each person once, in the order of their first task. */
  readonly rows: readonly HomeRow[]
  readonly tabs: Readonly<Record<Tab, number>>
  readonly reasons: Readonly<Record<Reason, number>>
}

/** What is to be done, or a list of people, of what is kept. */
export async function loadHome(wish: WholeHomeWish, moment: Moment): Promise<WholeHome> {
  await refreshDesk(wish.programme, moment)
  const { tab, ...of } = wish
  const people: HomeWish = { ...of, tab: tab === 'needs' ? 'all' : tab }
  const work: TaskWish = { ...of, whose: 'open' }
  const [tasks, listed, reasons, counts] = [
    await read(tasksQuery(work, moment.today)),
    await read(listedQuery(people)),
    await read(taskCountsQuery(work, moment.today)),
    await read(listedCountsQuery(people)),
  ]
  const ids = tab === 'needs' ? [...new Set(tasks.map(({ person }) => person))] : listed
  const rows = await read(homeRowsQuery(people, ids, moment))
  const needs = REASONS.reduce((sum, reason) => sum + reasons[reason], 0)
  return {
    rows: ids.flatMap((id) => rows.filter((row) => row.id === id)),
    tabs: { ...counts, needs },
    reasons,
  }
}

/** The same for one programme. */
export async function countWaiting(whom: Viewer, moment: Moment): Promise<Waiting> {
  await refreshDesk(whom.programme, moment)
  const found = await read(waitingQuery([{ ...whom, today: moment.today }]))
  return (
    found.get(whom.programme) ?? { needs: 0, applicants: 0, invitations: 0, requests: 0, danger: 0 }
  )
}

export const listApplications = (
  programme: string,
  state: ApplicationState | '',
  today: string,
  page: number,
): Promise<{ rows: ListedApplication[]; total: number }> =>
  together(applicationsQuery(programme, state, today, page))

export const waitingApplications = (
  programmes: readonly string[],
  today: string,
): Promise<WaitingApplications[]> =>
  read(waitingApplicationsQuery(new Map(programmes.map((programme) => [programme, today]))))

export const mailOfLinks = (links: readonly string[]): Promise<ReadonlyMap<string, MailFacts>> =>
  read(mailOfLinksQuery(links))

export const listPeople = (
  filter: PeopleFilter,
): Promise<{ rows: PersonInRole[]; total: number }> => together(peopleQuery(filter))

export async function listWaitingInvitations(
  reach: Reach,
  state: 'waiting' | 'expired',
  now: number,
  page: number,
): Promise<{ rows: LinkRow[]; total: number }> {
  const { rows, total } = await together(invitationsQuery(reach, state, now, page))
  return { rows: rows.map(({ link }) => link), total }
}

export const listInbox = (
  ...asked: Parameters<typeof inboxQuery>
): Promise<{ rows: InboxRow[]; counts: InboxCounts }> => together(inboxQuery(...asked))

export async function listMentors(...asked: Parameters<typeof mentorsQuery>): Promise<MentorsPage> {
  const [programme, , , moment] = asked
  await refreshDesk(programme, moment)
  return read(mentorsQuery(...asked))
}

export async function listMentorsAfter(
  ...asked: Parameters<typeof mentorsAfterQuery>
): Promise<readonly Mentor[]> {
  const [programme, , , moment] = asked
  await refreshDesk(programme, moment)
  return (await read(mentorsAfterQuery(...asked))).mentors
}

export async function listAbsent(...asked: Parameters<typeof absentQuery>): Promise<AbsentPage> {
  const [programme, , moment] = asked
  await refreshDesk(programme, moment)
  return read(absentQuery(...asked))
}

export async function registerFacets(programme: string, moment: Moment): Promise<RegisterFacets> {
  await refreshDesk(programme, moment)
  return read(facetsQuery(programme))
}
