/** What people who offered to mentor wait for. */
import { and, count, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { IS_JOINED } from './application-joins.ts'
import { database, reading, type Reading } from './client.ts'
import { applications, firstTalks } from './schema.ts'

/** For a join with an application's talks. */
export const latestTalk = sql`${firstTalks.id} = (SELECT t.id FROM first_talks t WHERE t.application = ${applications.id} ORDER BY t.at DESC, t.id DESC LIMIT 1)`

/** It stands under another one of the same person, which waits for both, or under their account. */
export const isJoined = sql.raw(IS_JOINED('applications.id'))

/** A first talk, the day on which they were to hear again, the invitation. */
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
export const waitOf = (today: string | SQL) => sql<ApplicationWait | null>`CASE
  WHEN ${isJoined} THEN NULL
  WHEN ${firstTalks.id} IS NULL THEN 'open'
  WHEN ${firstTalks.outcome} = 'later' AND coalesce(${firstTalks.againOn}, '') <= ${today} THEN 'again'
  WHEN ${firstTalks.outcome} = 'invite' AND NOT EXISTS (SELECT 1 FROM links l WHERE l.programme = ${applications.programme}
    AND l.application = ${applications.id} AND l.withdrawn_at IS NULL) THEN 'invite' END`

export const waitsSince = sql<number>`CASE WHEN ${firstTalks.id} IS NULL THEN ${applications.sentAt}
  WHEN ${firstTalks.outcome} = 'later' THEN coalesce(unixepoch(${firstTalks.againOn}) * 1000, ${firstTalks.at})
  ELSE ${firstTalks.at} END`

/** Everybody of a programme who still hopes to hear something, also on a later day. */
export async function countHoping(programme: string): Promise<number> {
  const [row] = await database()
    .select({ n: count() })
    .from(applications)
    .leftJoin(firstTalks, latestTalk)
    .where(and(eq(applications.programme, programme), isNotNull(waitOf(sql`'9999-12-31'`))))
  return row?.n ?? 0
}

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
