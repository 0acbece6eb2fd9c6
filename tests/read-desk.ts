/** What the desk's pages read together, one by one: tests of the rules behind them. */
import { waitingApplicationsQuery, type WaitingApplications } from '#db/application-waits.ts'
import { applicationsQuery, type ListedApplication } from '#db/applications.ts'
import { read, together } from '#db/client.ts'
import { homeQuery, type Home, type HomeWish } from '#db/home.ts'
import { inboxQuery, type InboxCounts, type InboxRow } from '#db/inbox.ts'
import { invitationsQuery, type LinkRow, type Reach } from '#db/links.ts'
import { mailOfLinksQuery, type MailFacts } from '#db/outbox.ts'
import { absentQuery, type AbsentPage } from '#db/register-absent.ts'
import { facetsQuery, mentorsQuery, type MentorsPage, type RegisterFacets } from '#db/register.ts'
import { peopleQuery, type PeopleFilter, type PersonInRole } from '#db/roles.ts'
import type { Moment } from '#domain/calendar/days.ts'
import type { ApplicationState } from '#domain/people/application.ts'

export const loadHome = (wish: HomeWish, moment: Moment): Promise<Home> =>
  read(homeQuery(wish, moment))

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

export const listMentors = (...asked: Parameters<typeof mentorsQuery>): Promise<MentorsPage> =>
  read(mentorsQuery(...asked))

export const listAbsent = (...asked: Parameters<typeof absentQuery>): Promise<AbsentPage> =>
  read(absentQuery(...asked))

export const registerFacets = (...asked: Parameters<typeof facetsQuery>): Promise<RegisterFacets> =>
  read(facetsQuery(...asked))
