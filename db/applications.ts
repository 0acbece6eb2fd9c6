/** Offers to mentor, and the first conversations about them. */
import { and, count, desc, eq, inArray, isNotNull, isNull, max, sql, type SQL } from 'drizzle-orm'
import type { ApplicationAnswers, ApplicationState, Outcome } from '#domain/people/application.ts'
import { z } from 'zod'
import { database, guard, json, reading, type Query, type Reading } from './client.ts'
import type { MailFacts } from './outbox.ts'
import { applications, firstTalks, links, outbox, people } from './schema.ts'

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

/** What was not asked when somebody applied is empty, so that a new field breaks no old application. */
const storedAnswers = json(
  z.object({
    why: z.string().default(''),
    experience: z.string().default(''),
    areas: z.array(z.string()).default([]),
    notAreas: z.array(z.string()).default([]),
    languages: z.string().default(''),
    times: z.string().default(''),
    access: z.string().default(''),
  }),
)

const answersOf = (stored: string): ApplicationAnswers => storedAnswers.parse(stored)

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
export function applicationsQuery(
  programme: string,
  state: ApplicationState | '',
  today: string,
  page: number,
): { rows: Reading<ListedApplication[]>; total: Reading<number> } {
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
  const rows = database()
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
    .offset((page - 1) * APPLICATIONS_PAGE)
  const total = database()
    .select({ n: count() })
    .from(applications)
    .leftJoin(firstTalks, latestTalk)
    .leftJoin(invited, eq(invited.application, applications.id))
    .where(here)
  return { rows: reading(rows), total: reading(total, ([row]) => row?.n ?? 0) }
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

/** For one row of applications beside its latest talk: what it waits for, null for nothing. @param today `YYYY-MM-DD`, or SQL of it */
const waitOf = (today: string | SQL) => sql<ApplicationWait | null>`CASE
  WHEN ${firstTalks.id} IS NULL THEN 'open'
  WHEN ${firstTalks.outcome} = 'later' AND coalesce(${firstTalks.againOn}, '') <= ${today} THEN 'again'
  WHEN ${firstTalks.outcome} = 'invite' AND NOT EXISTS (SELECT 1 FROM links l WHERE l.programme = ${applications.programme}
    AND l.application = ${applications.id} AND l.withdrawn_at IS NULL) THEN 'invite' END`

const waitsSince = sql<number>`CASE WHEN ${firstTalks.id} IS NULL THEN ${applications.sentAt}
  WHEN ${firstTalks.outcome} = 'later' THEN coalesce(unixepoch(${firstTalks.againOn}) * 1000, ${firstTalks.at})
  ELSE ${firstTalks.at} END`

/**
 * How many wait in each of these programmes, and since when.
 * @param todays `YYYY-MM-DD` by programme: each keeps its own clock
 */
export function waitingApplicationsQuery(
  todays: ReadonlyMap<string, string>,
): Reading<WaitingApplications[]> {
  const byProgramme = JSON.stringify(Object.fromEntries(todays))
  const wait = waitOf(sql`(${byProgramme} ->> ${applications.programme})`)
  return reading(
    database()
      .select({
        programme: applications.programme,
        wait,
        n: count(),
        since: sql<number>`min(${waitsSince})`,
      })
      .from(applications)
      .leftJoin(firstTalks, latestTalk)
      .where(inArray(applications.programme, [...todays.keys()]))
      .groupBy(applications.programme, wait),
    (rows) => rows.flatMap(({ wait: one, ...row }) => (one ? [{ ...row, wait: one }] : [])),
  )
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
  return row ? { ...row, answers: answersOf(row.answers) } : null
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

export interface SeenFirstTalk {
  readonly talk: typeof firstTalks.$inferSelect
  readonly coordinatorName: string
}

/** Newest first, with the coordinator's name. */
export const firstTalksQuery = (application: string): Reading<SeenFirstTalk[]> =>
  reading(
    database()
      .select({ talk: firstTalks, coordinatorName: people.name })
      .from(firstTalks)
      .innerJoin(people, eq(people.id, firstTalks.coordinator))
      .where(eq(firstTalks.application, application))
      .orderBy(desc(firstTalks.at), desc(firstTalks.id)),
  )

export interface InvitationOfApplication {
  readonly id: string
  readonly createdAt: number
  readonly usedAt: number | null
  /** What became of its mail; null where none was written. */
  readonly mail: MailFacts | null
}

/** The newest invitation that came of an application; null where there is none that still holds or was used. */
export const invitationOfQuery = (application: string): Reading<InvitationOfApplication | null> =>
  reading(
    database()
      .select({ id: links.id, createdAt: links.createdAt, usedAt: links.usedAt, mail: outbox })
      .from(links)
      .leftJoin(outbox, eq(outbox.link, links.id))
      .where(and(eq(links.application, application), isNull(links.withdrawnAt)))
      .orderBy(desc(links.createdAt))
      .limit(1),
    ([row]) => row ?? null,
  )
