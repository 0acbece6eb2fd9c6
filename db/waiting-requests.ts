/** The waiting list: who waits for a mentor, the longest wait first. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ASKERS, type Asker } from '#domain/pairing/request.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { json, meaning, rows, type Reading } from './client.ts'
import { LONG_WAIT_OF } from './programme-rules.ts'
import { LATEST_ANSWERS } from './requests.ts'

export const WAITING_PAGE = 50

export interface WaitingRequest {
  readonly id: string
  readonly reference: string
  readonly asker: Asker
  readonly since: number
  readonly languages: readonly string[]
  readonly areas: readonly string[]
  readonly ways: readonly string[]
  readonly place: string
  /** How many notes say what was tried, and how many mentors were asked. */
  readonly notes: number
  readonly proposals: number
  /** A mentor was asked, and has not answered yet. */
  readonly isAsked: boolean
  /** No coordinator has opened it. */
  readonly isNew: boolean
}

const strings = json(
  z.object({
    languages: z.array(z.string()).default([]),
    areas: z.array(z.string()).default([]),
    ways: z.array(z.string()).default([]),
    place: z.string().default(''),
  }),
)

/** SQL of a request `r`: no coordinator wrote it or has opened it. */
export const IS_NEW = `r."by" = '' AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = r.id AND a.act = 'seen:request')`

/** Where a page ends: the wait and id of its last one. */
export interface After {
  readonly since: number
  readonly id: string
}

/**
 * @param after the last one of the page before, or null
 * @param today `YYYY-MM-DD` by the programme's clock: silence to a proposal has ended it from its day on
 * @param limit one more than the page shows, to know whether there are more
 */
export const waitingRequestsQuery = (
  programme: string,
  after: After | null,
  today: string,
  limit = WAITING_PAGE + 1,
): Reading<WaitingRequest[]> =>
  meaning(
    rows(
      sql`SELECT r.id, r.reference, r.asker, w.since, ${LATEST_ANSWERS('r.id')} AS answers,
        (SELECT count(*) FROM request_notes n WHERE n.request = r.id) AS notes,
        (SELECT count(*) FROM proposals p WHERE p.request = r.id) AS proposals,
        EXISTS (SELECT 1 FROM proposals p WHERE p.request = r.id AND p.ends_on > ${today}
          AND NOT EXISTS (SELECT 1 FROM proposal_answers a WHERE a.proposal = p.id)) AS asked,
        ${sql.raw(IS_NEW)} AS new
      FROM request_waits w JOIN mentor_requests r ON r.id = w.request
      WHERE w.programme = ${programme} ${after ? sql`AND (w.since, w.request) > (${after.since}, ${after.id})` : sql``}
      ORDER BY w.since, w.request LIMIT ${limit}`,
      {
        id: z.string(),
        reference: z.string(),
        asker: z.enum(ASKERS),
        since: z.number(),
        answers: strings,
        notes: z.number(),
        proposals: z.number(),
        asked: z.number(),
        new: z.number(),
      },
    ),
    (found) =>
      found.map(({ answers, asked, new: fresh, ...one }) => ({
        ...one,
        ...answers,
        isAsked: asked === 1,
        isNew: fresh === 1,
      })),
  )

/** How many wait in a programme, how many of them nobody has opened, and how many wait too long. */
export interface WaitingNumbers {
  readonly programme: string
  readonly n: number
  readonly unseen: number
  readonly long: number
}

/** Who waits too long waits for as many days as their programme says. @param now milliseconds since 1970 */
export const waitingNumbersQuery = (
  programmes: readonly string[],
  now: number,
): Reading<WaitingNumbers[]> =>
  rows(
    sql`SELECT w.programme, count(*) AS n, sum(${sql.raw(IS_NEW)}) AS unseen, 
        sum(w.since + ${sql.raw(LONG_WAIT_OF('w.programme'))} * ${DAY_MS} <= ${now}) AS long
      FROM request_waits w JOIN mentor_requests r ON r.id = w.request
      WHERE w.programme IN (SELECT value FROM json_each(${JSON.stringify(programmes)})) GROUP BY w.programme`,
    { programme: z.string(), n: z.number(), unseen: z.number(), long: z.number() },
  )
