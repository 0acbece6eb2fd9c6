/** Offers to mentor, and the first conversations about them. */
import { and, count, desc, eq, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm'
import type { ApplicationAnswers, ApplicationState, Outcome } from '#domain/people/application.ts'
import { database, guard, type Query } from './client.ts'
import { applications, firstTalks, links, people } from './schema.ts'

export interface ApplicationRow {
  readonly id: string
  readonly programme: string
  readonly name: string
  readonly contact: string
  readonly language: string
  readonly sentAt: number
  /** Null until the first conversation. */
  readonly outcome: Outcome | null
  readonly talkedAt: number | null
  /** Only `later`: `YYYY-MM-DD`, from which day on it waits again. */
  readonly againOn: string | null
}

export interface ListedApplication extends ApplicationRow {
  /** When the invitation that came of it was made and used; null where it was not, or is withdrawn. */
  readonly invitedAt: number | null
  readonly joinedAt: number | null
}

export interface SeenApplication extends ApplicationRow {
  readonly answers: ApplicationAnswers
}

export const APPLICATIONS_PAGE = 50

const latestTalk = sql`${firstTalks.id} = (SELECT t.id FROM first_talks t WHERE t.application = ${applications.id} ORDER BY t.at DESC, t.id DESC LIMIT 1)`

const columns = {
  id: applications.id,
  programme: applications.programme,
  name: applications.name,
  contact: applications.contact,
  language: applications.language,
  sentAt: applications.sentAt,
  outcome: firstTalks.outcome,
  talkedAt: firstTalks.at,
  againOn: firstTalks.againOn,
}

export const insertApplication = (row: typeof applications.$inferInsert): Query =>
  database().insert(applications).values(row)

/** Who waits comes first, the longest wait before the others; then newest first. @param state '' for all @param page from 1 */
export async function listApplications(
  programme: string,
  state: ApplicationState | '',
  today: string,
  page: number,
): Promise<{ rows: ListedApplication[]; total: number }> {
  const invited = database()
    .select({
      application: links.application,
      invitedAt: max(links.createdAt).as('invited_at'),
      joinedAt: max(links.usedAt).as('joined_at'),
    })
    .from(links)
    .where(
      and(eq(links.programme, programme), isNotNull(links.application), isNull(links.withdrawnAt)),
    )
    .groupBy(links.application)
    .as('invited')
  const outcome = state === 'invited' ? 'invite' : state
  const here = and(
    eq(applications.programme, programme),
    outcome === 'open' ? isNull(firstTalks.id) : undefined,
    outcome && outcome !== 'open' ? eq(firstTalks.outcome, outcome) : undefined,
    state === 'invite' ? isNull(invited.invitedAt) : undefined,
    state === 'invited' ? isNotNull(invited.invitedAt) : undefined,
  )
  const [rows, [total]] = await Promise.all([
    database()
      .select({ ...columns, invitedAt: invited.invitedAt, joinedAt: invited.joinedAt })
      .from(applications)
      .leftJoin(firstTalks, latestTalk)
      .leftJoin(invited, eq(invited.application, applications.id))
      .where(here)
      .orderBy(
        sql`CASE WHEN ${waitOf(today)} IS NULL THEN 9e15 ELSE ${waitsSince} END`,
        desc(applications.sentAt),
        desc(applications.id),
      )
      .limit(APPLICATIONS_PAGE)
      .offset((page - 1) * APPLICATIONS_PAGE),
    database()
      .select({ n: count() })
      .from(applications)
      .leftJoin(firstTalks, latestTalk)
      .leftJoin(invited, eq(invited.application, applications.id))
      .where(here),
  ])
  return { rows, total: total?.n ?? 0 }
}

/** What people who offered wait for: a first talk, the day on which they were to hear again, the invitation. */
export const APPLICATION_WAITS = ['open', 'again', 'invite'] as const
export type ApplicationWait = (typeof APPLICATION_WAITS)[number]

export interface WaitingApplications {
  readonly programme: string
  readonly wait: ApplicationWait
  readonly n: number
  /** Since when the first one waits, milliseconds since 1970. */
  readonly since: number
}

/** For one row of applications beside its latest talk: what it waits for, null for nothing. @param today `YYYY-MM-DD` */
const waitOf = (today: string) => sql<ApplicationWait | null>`CASE
  WHEN ${firstTalks.id} IS NULL THEN 'open'
  WHEN ${firstTalks.outcome} = 'later' AND coalesce(${firstTalks.againOn}, '') <= ${today} THEN 'again'
  WHEN ${firstTalks.outcome} = 'invite' AND NOT EXISTS (SELECT 1 FROM links l WHERE l.programme = ${applications.programme}
    AND l.application = ${applications.id} AND l.withdrawn_at IS NULL) THEN 'invite' END`

const waitsSince = sql<number>`CASE WHEN ${firstTalks.id} IS NULL THEN ${applications.sentAt}
  WHEN ${firstTalks.outcome} = 'later' THEN coalesce(unixepoch(${firstTalks.againOn}) * 1000, ${firstTalks.at})
  ELSE ${firstTalks.at} END`

/** How many wait in each of these programmes, and since when. @param today `YYYY-MM-DD` */
export async function waitingApplications(
  programmes: readonly string[],
  today: string,
): Promise<WaitingApplications[]> {
  if (programmes.length === 0) return []
  const wait = waitOf(today)
  const rows = await database()
    .select({
      programme: applications.programme,
      wait,
      n: count(),
      since: sql<number>`min(${waitsSince})`,
    })
    .from(applications)
    .leftJoin(firstTalks, latestTalk)
    .where(inArray(applications.programme, [...programmes]))
    .groupBy(applications.programme, wait)
  return rows.flatMap(({ wait: one, ...row }) => (one ? [{ ...row, wait: one }] : []))
}

/** Null for an absent id and for one of another programme alike (R15). */
export async function findApplication(
  id: string,
  programmes: readonly string[],
): Promise<SeenApplication | null> {
  if (programmes.length === 0) return null
  const [row] = await database()
    .select({ ...columns, answers: applications.answers })
    .from(applications)
    .leftJoin(firstTalks, latestTalk)
    .where(and(eq(applications.id, id), inArray(applications.programme, [...programmes])))
  return row ? { ...row, answers: JSON.parse(row.answers) as ApplicationAnswers } : null
}

export const insertFirstTalk = (row: typeof firstTalks.$inferInsert): Query =>
  database().insert(firstTalks).values(row)

/** For a batch: it fails when others than this coordinator have written down more talks than were seen. */
export const guardFirstTalks = (application: string, coordinator: string, seen: number): Query =>
  guard('(SELECT count(*) FROM first_talks WHERE application = ? AND coordinator <> ?) <= ?', [
    application,
    coordinator,
    seen,
  ])

/** Newest first, with the coordinator's name. */
export const listFirstTalks = (application: string) =>
  database()
    .select({ talk: firstTalks, coordinatorName: people.name })
    .from(firstTalks)
    .innerJoin(people, eq(people.id, firstTalks.coordinator))
    .where(eq(firstTalks.application, application))
    .orderBy(desc(firstTalks.at), desc(firstTalks.id))

/** When the invitation that came of an application was made, newest; null where there is none that still holds or was used. */
export async function invitationOf(
  application: string,
): Promise<{ id: string; createdAt: number; usedAt: number | null } | null> {
  const [row] = await database()
    .select({ id: links.id, createdAt: links.createdAt, usedAt: links.usedAt })
    .from(links)
    .where(and(eq(links.application, application), isNull(links.withdrawnAt)))
    .orderBy(desc(links.createdAt))
    .limit(1)
  return row ?? null
}
