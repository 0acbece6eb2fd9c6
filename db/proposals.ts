/** Mentors who were asked about a request, what came of it, and what must be so when it goes on. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Day, Moment } from '#domain/calendar/days.ts'
import {
  PAIRING_ENDS,
  PROPOSAL_ANSWERS,
  PROPOSAL_ENDS,
  REQUESTER_ANSWERS,
  type PairingEnd,
  type ProposalFacts,
} from '#domain/pairing/pairing.ts'
import { database, flag, guard, meaning, once, rows, type Query, type Reading } from './client.ts'
import {
  holdsPlace,
  isAccepted,
  isOngoing,
  isUnclosed,
  openPairings,
  placesTaken,
  readyToday,
  requestStands,
} from './pairing-rows.ts'
import { signedOff } from './register-rows.ts'
import { proposalAnswers, proposalEnds, proposals, requesterAnswers } from './schema.ts'

export const insertProposal = (row: typeof proposals.$inferInsert): Query =>
  database().insert(proposals).values(row)
export const insertProposalAnswer = (row: typeof proposalAnswers.$inferInsert): Query =>
  database().insert(proposalAnswers).values(row)
export const insertProposalEnd = (row: typeof proposalEnds.$inferInsert): Query =>
  database().insert(proposalEnds).values(row)
export const insertRequesterAnswer = (row: typeof requesterAnswers.$inferInsert): Query =>
  database().insert(requesterAnswers).values(row)

/** For a batch: the request stands, with consent, and is one of the programme. */
export const guardRequest = (request: string, programme: string): Query =>
  guard(
    `EXISTS (SELECT 1 FROM mentor_requests q WHERE q.id = ? AND q.programme = ? AND ${requestStands('q.id')})`,
    [request, programme],
  )

/** For a batch: nobody else is being asked, and nobody is connected. */
export const guardNobodyElse = (request: string): Query =>
  guard(
    `NOT EXISTS (SELECT 1 FROM proposals x WHERE x.request = ? AND ${isUnclosed('x')})
      AND NOT EXISTS (SELECT 1 FROM pairings y WHERE y.request = ? AND ${isOngoing('y')})`,
    [request, request],
  )

/** For a batch: the mentor neither said no to it nor was refused, and the two never were connected. */
export const guardNotClosed = (request: string, mentor: string): Query =>
  guard(
    `NOT EXISTS (SELECT 1 FROM proposals x WHERE x.request = ? AND x.mentor = ? AND (
      EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = x.id AND z.answer = 'no')
      OR EXISTS (SELECT 1 FROM requester_answers z WHERE z.proposal = x.id AND z.answer = 'no')
      OR EXISTS (SELECT 1 FROM pairings z WHERE z.proposal = x.id)))`,
    [request, mentor],
  )

/** For a batch: in the register today. */
export const guardReady = (mentor: string, programme: string, moment: Moment): Query =>
  guard(sql`EXISTS ${readyToday(mentor, programme, moment)}`)

/** For a batch: nothing of what is asked for is among what the mentor leaves out. */
export const guardNoGo = (
  request: string,
  mentor: string,
  programme: string,
  moment: Moment,
): Query =>
  guard(sql`NOT EXISTS (SELECT 1 FROM ${readyToday(mentor, programme, moment)} k, json_each(k.no_go_areas) n
    WHERE n.value IN (SELECT a.value FROM json_each((SELECT nullif(v.answers, '') FROM request_versions v
      WHERE v.request = ${request} ORDER BY v.at DESC, v.id DESC LIMIT 1), '$.areas') a))`)

/**
 * For a batch: one more fits. `asked`: what waits or was accepted takes a place, too. `accepted`: what merely waits does not,
 * so that of two yeses for one place the first counts. `connected`: only who is connected does.
 */
export const guardPlace = (
  mentor: string,
  programme: string,
  moment: Moment,
  step: 'asked' | 'accepted' | 'connected',
): Query => {
  const accepted = `(SELECT count(*) FROM proposals q WHERE q.mentor = k.id AND q.programme = k.programme AND ${isAccepted('q')})`
  const taken = {
    asked: placesTaken('k.id', 'k.programme', moment.today),
    accepted: `${openPairings('k.id', 'k.programme')} + ${accepted}`,
    connected: openPairings('k.id', 'k.programme'),
  }
  return guard(
    sql`EXISTS (SELECT 1 FROM ${readyToday(mentor, programme, moment)} k WHERE k.capacity > ${sql.raw(taken[step])})`,
  )
}

/** For a batch: it waits for the mentor, and its day has not come. */
export const guardAsked = (proposal: string, today: string): Query =>
  guard(
    `EXISTS (SELECT 1 FROM proposals x WHERE x.id = ? AND ${holdsPlace('x', today)}
      AND NOT EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = x.id))`,
    [proposal],
  )

/** For a batch: the mentor said yes, the request stands, and nothing ended it. */
export const guardAccepted = (proposal: string): Query =>
  guard(`EXISTS (SELECT 1 FROM proposals x WHERE x.id = ? AND ${isAccepted('x')})`, [proposal])

/** For a batch: whoever asked said yes to this mentor. */
export const guardBothYes = (proposal: string): Query =>
  guard(`EXISTS (SELECT 1 FROM requester_answers z WHERE z.proposal = ? AND z.answer = 'yes')`, [
    proposal,
  ])

export const guardUnclosed = (proposal: string): Query =>
  guard(`EXISTS (SELECT 1 FROM proposals x WHERE x.id = ? AND ${isUnclosed('x')})`, [proposal])

export interface SeenProposal extends ProposalFacts {
  readonly id: string
  readonly request: string
  /** What staff and mentors call the request. */
  readonly reference: string
  readonly programme: string
  readonly mentor: string
  readonly mentorName: string
  readonly byName: string
  readonly at: number
  readonly answeredAt: number | null
  readonly pairing: string | null
  readonly endedWhy: PairingEnd | null
  /** `YYYY-MM-DD` */
  readonly endedOn: string | null
  /** JSON of `RequestAnswers`; '' once erased. */
  readonly answers: string
}

const SHAPE = {
  id: z.string(),
  request: z.string(),
  reference: z.string(),
  programme: z.string(),
  mentor: z.string(),
  mentor_name: z.string(),
  by_name: z.string(),
  at: z.number(),
  ends_on: z.string(),
  answer: z.enum(PROPOSAL_ANSWERS).nullable(),
  answered_at: z.number().nullable(),
  end_why: z.enum(PROPOSAL_ENDS).nullable(),
  requester_answer: z.enum(REQUESTER_ANSWERS).nullable(),
  pairing: z.string().nullable(),
  connected_at: z.number().nullable(),
  ended_why: z.enum(PAIRING_ENDS).nullable(),
  ended_on: z.string().nullable(),
  ended_at: z.number().nullable(),
  stands: flag,
  ready: flag,
  answers: z.string(),
}

/** Whose: all about a request, or all of a mentor, or one. Programmes are walls. */
type Whose =
  { readonly proposal: string } | { readonly request: string } | { readonly mentor: string }

const whoseIs = (whose: Whose): SQL => {
  if ('proposal' in whose) return sql`x.id = ${whose.proposal}`
  return 'request' in whose ? sql`x.request = ${whose.request}` : sql`x.mentor = ${whose.mentor}`
}

const MOST = 200

/** Those of a mentor, newest first. @param moment of the programme's clock */
export const mentorProposalsQuery = (mentor: string, programme: string, moment: Moment) =>
  proposalsOf(mentor, programme, moment.now, moment.today)

const proposalsOf = once((mentor: string, programme: string, now: number, today: Day) =>
  // Nothing there asks for the end of the day, or for its clock.
  proposalsQuery({ mentor }, programme, { now, today, tomorrow: Number.NaN, timeZone: '' }),
)

/** Newest first. */
export function proposalsQuery(
  whose: Whose,
  programme: string,
  moment: Moment,
): Reading<SeenProposal[]> {
  const mine = sql`${whoseIs(whose)} AND x.programme = ${programme}`
  return meaning(
    rows(
      sql`WITH ready AS MATERIALIZED (SELECT id FROM (${signedOff(programme, moment, sql`AND t.person IN (SELECT x.mentor FROM proposals x WHERE ${mine})`)}) WHERE absence = '')
      SELECT x.id, x.request, m.reference, x.programme, x.mentor, p.name AS mentor_name, b.name AS by_name, x.at, x.ends_on,
        a.answer, a.at AS answered_at, e.why AS end_why, r.answer AS requester_answer, w.id AS pairing, w.at AS connected_at,
        n.why AS ended_why, n.ended_on, n.at AS ended_at, ${sql.raw(requestStands('x.request'))} AS stands,
        x.mentor IN (SELECT id FROM ready) AS ready,
        coalesce((SELECT v.answers FROM request_versions v WHERE v.request = x.request ORDER BY v.at DESC, v.id DESC LIMIT 1), '') AS answers
      FROM proposals x JOIN mentor_requests m ON m.id = x.request JOIN people p ON p.id = x.mentor JOIN people b ON b.id = x."by"
      LEFT JOIN proposal_answers a ON a.proposal = x.id LEFT JOIN proposal_ends e ON e.proposal = x.id
      LEFT JOIN requester_answers r ON r.proposal = x.id LEFT JOIN pairings w ON w.proposal = x.id
      LEFT JOIN pairing_ends n ON n.pairing = w.id
      WHERE ${mine} ORDER BY x.at DESC, x.id DESC LIMIT ${MOST}`,
      SHAPE,
    ),
    (found) => found.map(toProposal),
  )
}

const toProposal = (raw: z.infer<z.ZodObject<typeof SHAPE>>): SeenProposal => ({
  ...{ id: raw.id, request: raw.request, reference: raw.reference, programme: raw.programme },
  ...{ mentor: raw.mentor, mentorName: raw.mentor_name, byName: raw.by_name, at: raw.at },
  ...{ endsOn: raw.ends_on, answer: raw.answer, answeredAt: raw.answered_at, end: raw.end_why },
  ...{ requesterAnswer: raw.requester_answer, pairing: raw.pairing },
  ...{ connectedAt: raw.connected_at, endedAt: raw.ended_at, endedOn: raw.ended_on },
  ...{ endedWhy: raw.ended_why, requestStands: raw.stands, mentorReady: raw.ready },
  answers: raw.answers,
})

/** Which programme a proposal is of, and whom it asks; null where there is none. */
export const proposalHeadQuery = (
  id: string,
): Reading<{
  readonly programme: string
  readonly mentor: string
  readonly request: string
} | null> =>
  meaning(
    rows(sql`SELECT programme, mentor, request FROM proposals WHERE id = ${id}`, {
      programme: z.string(),
      mentor: z.string(),
      request: z.string(),
    }),
    (found) => found[0] ?? null,
  )

/** The newest version of a request, and whether it stands; null where the programme has none of that id. */
export const requestAskedQuery = (
  id: string,
  programme: string,
): Reading<{
  readonly reference: string
  readonly answers: string
  readonly stands: boolean
} | null> =>
  meaning(
    rows(
      sql`SELECT q.reference, ${sql.raw(requestStands('q.id'))} AS stands,
        coalesce((SELECT v.answers FROM request_versions v WHERE v.request = q.id ORDER BY v.at DESC, v.id DESC LIMIT 1), '') AS answers
      FROM mentor_requests q WHERE q.id = ${id} AND q.programme = ${programme}`,
      { reference: z.string(), answers: z.string(), stands: flag },
    ),
    (found) => found[0] ?? null,
  )

/** The sign-off that is in force today, or null. */
export const signOffTodayQuery = (
  mentor: string,
  programme: string,
  moment: Moment,
): Reading<string | null> =>
  meaning(
    rows(sql`SELECT sign_off FROM ${readyToday(mentor, programme, moment)}`, {
      sign_off: z.string(),
    }),
    (found) => found[0]?.sign_off ?? null,
  )
