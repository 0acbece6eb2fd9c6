/** Two people who were connected: their meetings, how it goes, and how it ended. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  CHECK_INS,
  GOING,
  PAIRING_ENDS,
  SIDES,
  type CheckIn,
  type Going,
  type PairingEnd,
  type Side,
} from '#domain/pairing/pairing.ts'
import { database, guard, meaning, rows, type Query, type Reading } from './client.ts'
import { isOngoing } from './pairing-rows.ts'
import { checkIns, endingForms, endingPlans, meetings, pairingEnds, pairings } from './schema.ts'

export const insertPairing = (row: typeof pairings.$inferInsert): Query =>
  database().insert(pairings).values(row)
export const insertMeeting = (row: typeof meetings.$inferInsert): Query =>
  database().insert(meetings).values(row)
export const insertCheckIn = (row: typeof checkIns.$inferInsert): Query =>
  database().insert(checkIns).values(row)
export const insertPairingEnd = (row: typeof pairingEnds.$inferInsert): Query =>
  database().insert(pairingEnds).values(row)
/** The request ends with it; one that ended already stays as it is. */
export const endRequestOf = (pairing: string, by: string, now: number): Query => ({
  sql: `INSERT INTO request_ends (request, why, "by", at) SELECT request, 'helped', ?, ? FROM pairings WHERE id = ? ON CONFLICT DO NOTHING`,
  args: [by, now, pairing],
})
export const insertEndingPlan = (row: typeof endingPlans.$inferInsert): Query =>
  database().insert(endingPlans).values(row)
export const insertEndingForm = (row: typeof endingForms.$inferInsert): Query =>
  database().insert(endingForms).values(row)

/** Noted by mistake; what was taken back stays so. */
export const takeBackMeeting = (id: string, pairing: string, now: number): Query => ({
  sql: 'UPDATE meetings SET taken_back_at = ? WHERE id = ? AND pairing = ? AND taken_back_at IS NULL',
  args: [now, id, pairing],
})

/** For a batch: it has not ended, and is this mentor's where one is named. */
export const guardOngoing = (pairing: string, mentor: string | null = null): Query =>
  guard(
    `EXISTS (SELECT 1 FROM pairings y WHERE y.id = ? AND (?2 IS NULL OR y.mentor = ?2) AND ${isOngoing('y')})`,
    [pairing, mentor],
  )

export interface SeenMeeting {
  readonly id: string
  /** `YYYY-MM-DD` */
  readonly metOn: string
  readonly way: string
  readonly minutes: number
}

/** Newest day first, without those that were taken back. */
export const meetingsQuery = (pairing: string): Reading<SeenMeeting[]> =>
  rows(
    sql`SELECT id, met_on AS metOn, way, minutes FROM meetings WHERE pairing = ${pairing} AND taken_back_at IS NULL
      ORDER BY met_on DESC, id DESC LIMIT 500`,
    { id: z.string(), metOn: z.string(), way: z.string(), minutes: z.number() },
  )

export interface SeenCheckIn {
  readonly after: CheckIn
  readonly going: Going
  readonly text: string
  readonly byName: string
  readonly at: number
}

/** Newest first. */
export const checkInsQuery = (pairing: string): Reading<SeenCheckIn[]> =>
  rows(
    sql`SELECT c."after", c.going, c.text, b.name AS byName, c.at FROM check_ins c JOIN people b ON b.id = c."by"
      WHERE c.pairing = ${pairing} ORDER BY c.at DESC, c.id DESC LIMIT 100`,
    {
      after: z.enum(CHECK_INS),
      going: z.enum(GOING),
      text: z.string(),
      byName: z.string(),
      at: z.number(),
    },
  )

/** The day of the last meeting as it was planned last, `YYYY-MM-DD`, or null. */
export const plannedEndQuery = (pairing: string): Reading<string | null> =>
  meaning(
    rows(
      sql`SELECT planned_on FROM ending_plans WHERE pairing = ${pairing} ORDER BY at DESC, id DESC LIMIT 1`,
      { planned_on: z.string() },
    ),
    (found) => found[0]?.planned_on ?? null,
  )

export interface SeenEndingForm {
  readonly side: Side
  /** JSON; '' where it was skipped. */
  readonly answers: string
  readonly at: number
}

export const endingFormsQuery = (pairing: string): Reading<SeenEndingForm[]> =>
  rows(sql`SELECT side, answers, at FROM ending_forms WHERE pairing = ${pairing}`, {
    side: z.enum(SIDES),
    answers: z.string(),
    at: z.number(),
  })

export const PAIRINGS_PAGE = 50

/** Somebody whom a mentor supports at present. */
export interface Supported {
  readonly programme: string
  /** What the request is called. */
  readonly reference: string
  readonly proposal: string
}

/** Open pairings of a mentor, oldest first. @param programmes where the viewer may know of them */
export const supportedQuery = (
  person: string,
  programmes: readonly string[],
): Reading<Supported[]> =>
  rows(
    sql`SELECT y.programme, m.reference, y.proposal FROM pairings y JOIN mentor_requests m ON m.id = y.request
    WHERE y.mentor = ${person} AND y.programme IN (SELECT value FROM json_each(${JSON.stringify(programmes)}))
      AND ${sql.raw(isOngoing('y'))} ORDER BY y.at, y.id LIMIT ${PAIRINGS_PAGE}`,
    { programme: z.string(), reference: z.string(), proposal: z.string() },
  )

export interface PairingLine {
  readonly id: string
  readonly proposal: string
  readonly reference: string
  readonly mentor: string
  readonly mentorName: string
  readonly connectedAt: number
  readonly meetings: number
  /** `YYYY-MM-DD`, or null. */
  readonly lastMetOn: string | null
  readonly endedOn: string | null
  readonly endedWhy: PairingEnd | null
}

/** Of a programme, oldest first, from the one after another; or all of a mentor. @param after id of the last one seen, or '' */
export const pairingsQuery = (
  of: { readonly programme: string; readonly mentor: string | null },
  ongoing: boolean,
  after = '',
): Reading<PairingLine[]> =>
  rows(
    sql`SELECT y.id, y.proposal, m.reference, y.mentor, p.name AS mentorName, y.at AS connectedAt,
      (SELECT count(*) FROM meetings g WHERE g.pairing = y.id AND g.taken_back_at IS NULL) AS meetings,
      (SELECT max(g.met_on) FROM meetings g WHERE g.pairing = y.id AND g.taken_back_at IS NULL) AS lastMetOn,
      e.ended_on AS endedOn, e.why AS endedWhy
    FROM pairings y JOIN mentor_requests m ON m.id = y.request JOIN people p ON p.id = y.mentor
    LEFT JOIN pairing_ends e ON e.pairing = y.id
    WHERE y.programme = ${of.programme} ${of.mentor === null ? sql`` : sql`AND y.mentor = ${of.mentor}`}
      AND e.pairing IS ${ongoing ? sql`NULL` : sql`NOT NULL`}
      ${after ? sql`AND (y.at, y.id) > (SELECT l.at, l.id FROM pairings l WHERE l.id = ${after})` : sql``}
    ORDER BY y.at, y.id LIMIT ${PAIRINGS_PAGE}`,
    {
      id: z.string(),
      proposal: z.string(),
      reference: z.string(),
      mentor: z.string(),
      mentorName: z.string(),
      connectedAt: z.number(),
      meetings: z.number(),
      lastMetOn: z.string().nullable(),
      endedOn: z.string().nullable(),
      endedWhy: z.enum(PAIRING_ENDS).nullable(),
    },
  )

/** What a mentor keeps of one they supported: nothing about the other person. */
export interface OwnPairing {
  readonly connectedAt: number
  /** `YYYY-MM-DD`, or null while it goes on. */
  readonly endedOn: string | null
  /** Oldest first, without those that were taken back. */
  readonly meetings: readonly Pick<SeenMeeting, 'metOn' | 'way' | 'minutes'>[]
}

/** Of a mentor, in any programme, the newest `most` meetings; oldest first. @returns `isCut` where there are more */
export const ownPairingsQuery = (
  mentor: string,
  most: number,
): Reading<{ readonly pairings: readonly OwnPairing[]; readonly isCut: boolean }> =>
  meaning(
    rows(
      sql`SELECT y.id, y.at AS connectedAt, e.ended_on AS endedOn, g.met_on AS metOn, g.way, g.minutes
      FROM pairings y LEFT JOIN pairing_ends e ON e.pairing = y.id
      LEFT JOIN meetings g ON g.pairing = y.id AND g.taken_back_at IS NULL
      WHERE y.mentor = ${mentor} ORDER BY y.at DESC, y.id DESC, g.met_on DESC, g.id DESC LIMIT ${most + 1}`,
      {
        id: z.string(),
        connectedAt: z.number(),
        endedOn: z.string().nullable(),
        metOn: z.string().nullable(),
        way: z.string().nullable(),
        minutes: z.number().nullable(),
      },
    ),
    (found) => {
      const byPairing = Map.groupBy(found.slice(0, most).reverse(), ({ id }) => id)
      const pairings = [...byPairing.values()].flatMap(([first, ...others]) =>
        first
          ? [
              {
                ...{ connectedAt: first.connectedAt, endedOn: first.endedOn },
                meetings: [first, ...others].flatMap(({ metOn, way, minutes }) =>
                  metOn !== null && way !== null && minutes !== null
                    ? [{ metOn, way, minutes }]
                    : [],
                ),
              },
            ]
          : [],
      )
      return { pairings, isCut: found.length > most }
    },
  )
