/** Requests for a mentor. How to reach who asked stands in db/request-contacts.ts alone. */
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import {
  ASKERS,
  CONSENT_WAYS,
  REQUEST_ENDS,
  TELLABLE,
  WISHES,
  type Asker,
  type ConsentWay,
  type RequestAnswers,
  type RequestEnd,
} from '#domain/pairing/request.ts'
import { database, flag, guard, meaning, read, rows, type Query, type Reading } from './client.ts'
import {
  checkIns,
  endingForms,
  mentorRequests,
  pairings,
  requestConsents,
  requestEnds,
  requestNotes,
  requestVersions,
  taskHolds,
} from './schema.ts'

export const insertRequest = (row: typeof mentorRequests.$inferInsert): Query =>
  database().insert(mentorRequests).values(row)
export const insertRequestVersion = (
  row: Omit<typeof requestVersions.$inferInsert, 'answers'> & { readonly answers: RequestAnswers },
): Query =>
  database()
    .insert(requestVersions)
    .values({ ...row, answers: JSON.stringify(row.answers) })
/** Whether it waits from then on follows by a trigger. */
export const insertRequestConsent = (row: typeof requestConsents.$inferInsert): Query =>
  database().insert(requestConsents).values(row)
export const insertRequestNote = (row: typeof requestNotes.$inferInsert): Query =>
  database().insert(requestNotes).values(row)
/** Ended once is ended. */
export const insertRequestEnd = (row: typeof requestEnds.$inferInsert): Query =>
  database().insert(requestEnds).values(row)

/** For a batch: it fails when somebody corrected it meanwhile. @param seen how many versions there were */
export const guardVersions = (request: string, but: string, seen: number): Query =>
  guard('(SELECT count(*) FROM request_versions WHERE request = ? AND id <> ?) = ?', [
    request,
    but,
    seen,
  ])

/** For a batch: it fails once it has ended. */
export const guardNotEnded = (request: string): Query =>
  guard('NOT EXISTS (SELECT 1 FROM request_ends WHERE request = ?)', [request])

/**
 * What it said goes from every version, and what was noted about it; the row stays, so that others keep their meaning.
 * It ends by it, also where it had ended before.
 */
export const eraseRequest = (request: string, at: number): Query[] => [
  database()
    .update(requestVersions)
    .set({ answers: '' })
    .where(eq(requestVersions.request, request)),
  database().update(requestNotes).set({ text: '' }).where(eq(requestNotes.request, request)),
  database().update(checkIns).set({ text: '' }).where(inPairingsOf(checkIns.pairing, request)),
  database()
    .update(endingForms)
    .set({ answers: '' })
    .where(and(eq(endingForms.side, 'requester'), inPairingsOf(endingForms.pairing, request))),
  database().delete(taskHolds).where(eq(taskHolds.person, request)),
  database()
    .insert(requestEnds)
    .values({ request, why: 'erased', by: '', at })
    .onConflictDoUpdate({ target: requestEnds.request, set: { why: 'erased', by: '', at } }),
]

const inPairingsOf = (
  column: typeof checkIns.pairing | typeof endingForms.pairing,
  request: string,
) =>
  inArray(
    column,
    database().select({ id: pairings.id }).from(pairings).where(eq(pairings.request, request)),
  )

/** SQL of a request: its latest version's answers, as JSON; '' once erased. @param id column of its id */
export const LATEST_ANSWERS = (id: string): SQL =>
  sql.raw(
    `(SELECT v.answers FROM request_versions v WHERE v.request = ${id} ORDER BY v.at DESC, v.id DESC LIMIT 1)`,
  )

const ids = z.array(z.string()).default([])
const stored = z.object({
  initials: z.string().default(''),
  languages: ids,
  ways: ids,
  times: z.string().default(''),
  place: z.string().default(''),
  areas: ids,
  hopes: z.string().default(''),
  wouldNotWork: z.string().default(''),
  wishes: z.array(z.enum(WISHES)).default([]),
  told: z.array(z.enum(TELLABLE)).default([]),
})
/** '' and what retention took are null. */
const answersColumn = z
  .string()
  .nullable()
  .transform((text) => (text ? stored.parse(JSON.parse(text)) : null))

export interface Consent {
  readonly given: boolean
  readonly how: ConsentWay
  readonly at: number
  /** Null: whoever asked. */
  readonly byName: string | null
}

export interface SeenRequest {
  readonly id: string
  readonly programme: string
  readonly reference: string
  readonly asker: Asker
  /** The coordinator who wrote it down, or null. */
  readonly byName: string | null
  readonly language: string
  readonly at: number
  /** Null once they were erased. */
  readonly answers: RequestAnswers | null
  /** How many versions there are. */
  readonly versions: number
  /** When the latest one was written. */
  readonly correctedAt: number
  readonly consent: Consent | null
  readonly end: {
    readonly why: RequestEnd
    readonly at: number
    readonly byName: string | null
  } | null
  /** Null where it does not wait. */
  readonly waitsSince: number | null
  /** Whether there is a way to reach who asked. */
  readonly isReachable: boolean
}

const CONSENT =
  'SELECT c.%s FROM request_consents c WHERE c.request = r.id ORDER BY c.at DESC, c.id DESC LIMIT 1'
const consent = (column: string): SQL => sql.raw(`(${CONSENT.replace('%s', column)})`)
const nameOf = (id: SQL): SQL => sql`(SELECT p.name FROM people p WHERE p.id = ${id})`

const REQUEST = {
  id: z.string(),
  programme: z.string(),
  reference: z.string(),
  asker: z.enum(ASKERS),
  by_name: z.string().nullable(),
  language: z.string(),
  at: z.number(),
  answers: answersColumn,
  versions: z.number(),
  corrected_at: z.number().nullable(),
  given: flag.nullable(),
  how: z.enum(CONSENT_WAYS).nullable(),
  consent_at: z.number().nullable(),
  consent_by: z.string().nullable(),
  why: z.enum(REQUEST_ENDS).nullable(),
  ended_at: z.number().nullable(),
  ended_by: z.string().nullable(),
  since: z.number().nullable(),
  reachable: flag,
}

const requestWhere = (where: SQL): Reading<SeenRequest[]> =>
  meaning(
    rows(
      sql`SELECT r.id, r.programme, r.reference, r.asker, ${nameOf(sql`r."by"`)} AS by_name, r.language, r.at,
        ${LATEST_ANSWERS('r.id')} AS answers,
        (SELECT count(*) FROM request_versions v WHERE v.request = r.id) AS versions,
        (SELECT max(v.at) FROM request_versions v WHERE v.request = r.id) AS corrected_at,
        ${consent('given')} AS given, ${consent('how')} AS how, ${consent('at')} AS consent_at,
        ${nameOf(consent('"by"'))} AS consent_by,
        e.why, e.at AS ended_at, ${nameOf(sql`e."by"`)} AS ended_by, w.since,
        EXISTS (SELECT 1 FROM request_contacts x WHERE x.request = r.id) AS reachable
      FROM mentor_requests r LEFT JOIN request_ends e ON e.request = r.id LEFT JOIN request_waits w ON w.request = r.id
      WHERE ${where}`,
      REQUEST,
    ),
    (found) =>
      found.map((one) => ({
        id: one.id,
        programme: one.programme,
        reference: one.reference,
        asker: one.asker,
        byName: one.by_name,
        language: one.language,
        at: one.at,
        answers: one.answers,
        versions: one.versions,
        correctedAt: one.corrected_at ?? one.at,
        consent:
          one.given === null || one.how === null
            ? null
            : { given: one.given, how: one.how, at: one.consent_at ?? 0, byName: one.consent_by },
        end: one.why && { why: one.why, at: one.ended_at ?? 0, byName: one.ended_by },
        waitsSince: one.since,
        isReachable: one.reachable,
      })),
  )

/** Null for an absent id and for one of another programme alike (R15). */
export async function findRequest(
  id: string,
  programmes: readonly string[],
): Promise<SeenRequest | null> {
  if (programmes.length === 0) return null
  const [row] = await read(
    requestWhere(sql`r.id = ${id} AND ${inArray(sql`r.programme`, [...programmes])}`),
  )
  return row ?? null
}

export interface RequestOfCode {
  readonly id: string
  readonly programme: string
  readonly answers: RequestAnswers | null
}

/** The one whose code has one of these hashes. @param hashes SHA-256 */
export async function findRequestAmong(hashes: readonly string[]): Promise<RequestOfCode | null> {
  if (hashes.length === 0) return null
  const [row] = await read(
    rows(
      sql`SELECT r.id, r.programme, ${LATEST_ANSWERS('r.id')} AS answers FROM mentor_requests r
        WHERE ${inArray(sql`r.code_hash`, [...hashes])} LIMIT 1`,
      { id: z.string(), programme: z.string(), answers: answersColumn },
    ),
  )
  return row ?? null
}

export const findRequestByCode = (hash: string): Promise<RequestOfCode | null> =>
  findRequestAmong([hash])

/** For whoever has its code. */
export const ownRequestQuery = (id: string): Reading<SeenRequest | null> =>
  meaning(requestWhere(sql`r.id = ${id}`), ([row]) => row ?? null)

/** What was tried beside proposals, in coordinators' words. */
export interface RequestNote {
  readonly id: string
  readonly text: string
  readonly at: number
  readonly byName: string
}

/** Newest first. */
export const requestNotesQuery = (request: string): Reading<RequestNote[]> =>
  meaning(
    rows(
      sql`SELECT n.id, n.text, n.at, p.name AS by_name FROM request_notes n JOIN people p ON p.id = n."by"
        WHERE n.request = ${request} AND n.text <> '' ORDER BY n.at DESC, n.id DESC LIMIT 100`,
      { id: z.string(), text: z.string(), at: z.number(), by_name: z.string() },
    ),
    (found) => found.map(({ by_name: byName, ...note }) => ({ ...note, byName })),
  )

/** Given and taken back, newest first. */
export const consentsQuery = (request: string): Reading<Consent[]> =>
  meaning(
    rows(
      sql`SELECT c.given, c.how, c.at, ${nameOf(sql`c."by"`)} AS by_name FROM request_consents c
        WHERE c.request = ${request} ORDER BY c.at DESC, c.id DESC LIMIT 100`,
      { given: flag, how: z.enum(CONSENT_WAYS), at: z.number(), by_name: z.string().nullable() },
    ),
    (found) => found.map(({ by_name: byName, ...one }) => ({ ...one, byName })),
  )
