/** Those who offered to mentor, who waits first. */
import { waitingApplicationsQuery } from '#db/application-waits.ts'
import { APPLICATIONS_PAGE, applicationsQuery, type ListedApplication } from '#db/applications.ts'
import { together } from '#db/client.ts'
import { APPLICATION_STATES, type ApplicationState } from '#domain/people/application.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'

export interface ApplicationsPage {
  readonly states: readonly ApplicationState[]
  /** '' for all. */
  readonly state: ApplicationState | ''
  readonly rows: readonly ListedApplication[]
  readonly total: number
  readonly pageSize: number
  /** How many wait for a first talk. */
  readonly open: number
}

export async function showApplications(
  by: Person,
  asked: { readonly programme: string; readonly state: string | null; readonly page: number },
  now: number,
): Promise<ApplicationsPage | null> {
  const { programme, page } = asked
  if (!mayDecideIn(by, programme)) return null
  const { today } = momentOf(programme, now)
  const state = APPLICATION_STATES.find((one) => one === asked.state) ?? ''
  const { rows, total, waiting } = await together({
    ...applicationsQuery(programme, state, today, page),
    waiting: waitingApplicationsQuery(new Map([[programme, today]])),
  })
  const open = waiting.find(({ wait }) => wait === 'open')?.n ?? 0
  return { states: APPLICATION_STATES, state, rows, total, pageSize: APPLICATIONS_PAGE, open }
}
