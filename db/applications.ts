/** Offers to mentor. */
import { and, count, desc, eq, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm'
import type { ApplicationAnswers, ApplicationState, Outcome } from '#domain/people/application.ts'
import { fold } from '#domain/people/names.ts'
import { z } from 'zod'
import { isJoined, latestTalk, waitOf, waitsSince } from './application-waits.ts'
import { database, json, reading, rows, type Query, type Reading } from './client.ts'
import type { MailFacts } from './outbox.ts'
import { applications, firstTalks, links, outbox } from './schema.ts'

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

/** The folded name is written here, with the name: nowhere else. */
export const insertApplication = (row: Omit<typeof applications.$inferInsert, 'folded'>): Query =>
  database()
    .insert(applications)
    .values({ ...row, folded: fold(row.name) })

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
    sql`NOT ${isJoined}`,
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

/** What somebody sent under this id, as it is stored: to tell the same form twice from another one. */
export async function findSentApplication(
  id: string,
): Promise<{ readonly name: string; readonly contact: string; readonly answers: string } | null> {
  const [row] = await database()
    .select({
      name: applications.name,
      contact: applications.contact,
      answers: applications.answers,
    })
    .from(applications)
    .where(eq(applications.id, id))
  return row ?? null
}

/** What somebody sent who then came in by its invitation, or who had an account already, newest first. */
export const applicationsOfQuery = (
  person: string,
  programme: string,
): Reading<{ id: string; sentAt: number }[]> =>
  rows(
    sql`SELECT a.id, a.sent_at AS "sentAt" FROM applications a WHERE a.programme = ${programme} AND a.id IN (
      SELECT l.application FROM links l WHERE l.used_by = ${person} AND l.withdrawn_at IS NULL
      UNION SELECT j.application FROM application_accounts j WHERE j.person = ${person}) ORDER BY a.sent_at DESC`,
    { id: z.string(), sentAt: z.number() },
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
