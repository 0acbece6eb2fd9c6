/**
 * Mentors to whom a request may be proposed, in the order of `compareFits` (src/domain/pairing/suggest.ts): in the register
 * today, with a free place, without a no-go, and not closed for this request. One statement, a page at a time.
 */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import {
  foldedPlace,
  orderOf,
  type Asked,
  type MentorFacts,
  type Ordered,
} from '#domain/pairing/suggest.ts'
import { MARK } from '#domain/people/names.ts'
import { json, meaning, rows, type Reading } from './client.ts'
import { areasNow } from './person-areas.ts'
import { placesTaken } from './pairing-rows.ts'
import { signedOff } from './register-rows.ts'

export const SUGGESTIONS_PAGE = 10

/** Where a request is looked for a mentor. */
export interface WhoAsks {
  readonly request: string
  readonly programme: string
  /** Person id of who looks: nobody proposes themselves. */
  readonly viewer: string
}

export interface Candidate extends MentorFacts {
  readonly id: string
  readonly name: string
  /** When they can be reached, in their words; '' where they said nothing. */
  readonly times: string
}

export interface CandidatesPage {
  readonly rows: readonly Candidate[]
  /** How many there are in all. */
  readonly total: number
}

const list = (values: readonly string[]): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
const anyOf = (column: string, values: readonly string[]): SQL =>
  sql`EXISTS (SELECT 1 FROM json_each(${sql.raw(column)}) WHERE value IN ${list(values)})`

/** 0 met, 1 to be decided, 2 not met, as `FITS` has them. */
function fitColumns(asked: Asked): Readonly<Record<Ordered, SQL>> {
  const lists = (column: string, wanted: readonly string[]): SQL =>
    wanted.length === 0
      ? sql`0`
      : sql`CASE WHEN ${anyOf(column, wanted)} THEN 0 WHEN json_array_length(${sql.raw(column)}) THEN 2 ELSE 1 END`
  const place = foldedPlace(asked.place)
  const theirs = sql.raw(`replace(folded_place, '${MARK}', '')`)
  const areas = list([...new Set(asked.areas)])
  return {
    language: lists('languages', asked.languages),
    way: lists('contact_ways', asked.ways),
    place: place
      ? sql`CASE WHEN ${theirs} = '' OR instr(${theirs}, ${place}) OR instr(${place}, ${theirs}) THEN 0 ELSE 1 END`
      : sql`0`,
    areas: asked.areas.length
      ? sql`CASE WHEN NOT EXISTS (SELECT 1 FROM ${areas} a WHERE a.value NOT IN (SELECT value FROM json_each(comfort_areas))) THEN 0
          WHEN EXISTS (SELECT 1 FROM ${areas} a WHERE a.value IN (SELECT value FROM json_each(comfort_areas))
            OR a.value IN (SELECT value FROM json_each(own_areas))) THEN 1 ELSE 2 END`
      : sql`0`,
    conditions: sql`conditions <> ''`,
    'asked-before': sql`asked_before <> 'never'`,
  }
}

const CANDIDATE = {
  id: z.string(),
  name: z.string(),
  capacity: z.number(),
  used: z.number(),
  conditions: z.string(),
  comfort_areas: json(z.array(z.coerce.string())),
  no_go_areas: json(z.array(z.coerce.string())),
  own_areas: json(z.array(z.coerce.string())),
  languages: json(z.array(z.coerce.string())),
  contact_ways: json(z.array(z.coerce.string())),
  place: z.string(),
  times: z.string(),
  asked_before: z.enum(['never', 'not-now', 'silent']),
  waiting_since: z.number(),
  total: z.number(),
}

/** @param after id of the last one seen, or '' @param only for one mentor */
export function candidatesQuery(
  { request, programme, viewer }: WhoAsks,
  asked: Asked,
  moment: Moment,
  { after, only = null }: { readonly after: string; readonly only?: string | null },
): Reading<CandidatesPage> {
  const one = only === null ? sql`` : sql`AND t.person = ${only}`
  const profile = (field: string): SQL =>
    sql`(SELECT f.value FROM profile_fields f WHERE f.person = k.id AND f.field = ${field})`
  const before = (condition: string): SQL =>
    sql`EXISTS (SELECT 1 FROM proposals b WHERE b.mentor = k.id AND b.request = ${request} AND ${sql.raw(condition)})`
  const fits = fitColumns(asked)
  const key = [...orderOf(asked).map((kind) => fits[kind]), sql`waiting_since`, sql`id`]
  const named = sql.raw(key.map((_, at) => `k${at}`).join())
  const columns = sql.join(
    key.map((column, at) => sql`${column} AS ${sql.raw(`k${at}`)}`),
    sql`, `,
  )
  return meaning(
    rows(
      sql`WITH here AS MATERIALIZED (
        SELECT k.*, ${sql.raw(placesTaken('k.id', 'k.programme', moment.today))} AS used,
          ${sql.raw(areasNow('k.id'))} AS own_areas, coalesce(${profile('times')}, '') AS times,
          coalesce((SELECT max(p.at) FROM pairings p WHERE p.mentor = k.id AND p.programme = k.programme),
            (SELECT min(s.decided_at) FROM sign_offs s WHERE s.person = k.id AND s.programme = k.programme AND s.decision = 'ready')) AS waiting_since,
          CASE WHEN ${before(CLOSED)} THEN 'closed'
            WHEN ${before("EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = b.id AND z.answer = 'not-now')")} THEN 'not-now'
            WHEN ${before(SILENT(moment.today))} THEN 'silent' ELSE 'never' END AS asked_before
        FROM (${signedOff(programme, moment, one)}) k WHERE k.absence = '' AND k.id <> ${viewer}
          AND NOT ${anyOf('k.no_go_areas', asked.areas)}
      ), fitting AS MATERIALIZED (
        SELECT *, ${columns} FROM here WHERE used < capacity AND asked_before <> 'closed'
      ) SELECT *, (SELECT count(*) FROM fitting) AS total FROM fitting
      WHERE ${after ? sql`(${named}) > (SELECT ${named} FROM fitting WHERE id = ${after})` : sql`1`}
      ORDER BY ${named} LIMIT ${SUGGESTIONS_PAGE}`,
      CANDIDATE,
    ),
    (found) => ({ total: found[0]?.total ?? 0, rows: found.map(toCandidate) }),
  )
}

/** They said no, whoever asked said no, or the two are or were connected. */
const CLOSED = `(EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = b.id AND z.answer = 'no')
  OR EXISTS (SELECT 1 FROM requester_answers z WHERE z.proposal = b.id AND z.answer = 'no')
  OR EXISTS (SELECT 1 FROM pairings z WHERE z.proposal = b.id))`
const SILENT = (today: string): string =>
  `b.ends_on <= '${today}' AND NOT EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = b.id)
    AND NOT EXISTS (SELECT 1 FROM proposal_ends z WHERE z.proposal = b.id AND z.why <> 'silent')`

const toCandidate = (raw: z.infer<z.ZodObject<typeof CANDIDATE>>): Candidate => ({
  ...{ id: raw.id, name: raw.name, times: raw.times, absence: null },
  ...{ capacity: raw.capacity, used: raw.used, conditions: raw.conditions, place: raw.place },
  noGoAreas: raw.no_go_areas,
  comfortAreas: raw.comfort_areas,
  ownAreas: raw.own_areas,
  languages: raw.languages,
  contactWays: raw.contact_ways,
  askedBefore: raw.asked_before,
  waitingSince: raw.waiting_since,
})
