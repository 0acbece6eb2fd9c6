/** What people ask about what is kept of them, and what was answered. */
import { and, desc, eq, exists, min, not, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { DataAnswer, DataKind } from '#domain/people/own-data.ts'
import { database, guard, reading, type Query, type Reading } from './client.ts'
import { dataAnswers, dataRequests, dataReviews, people } from './schema.ts'

export interface DataRequest {
  readonly id: string
  readonly person: string
  readonly personName: string
  readonly language: string
  /** '' for none. */
  readonly email: string
  readonly kind: DataKind
  /** '' where administrators answer. */
  readonly programme: string
  /** Of a correction: what is wrong, as typed. */
  readonly text: string
  readonly at: number
  /** Null while it waits. */
  readonly answer: {
    readonly answer: DataAnswer
    readonly text: string
    readonly byName: string
    readonly at: number
  } | null
}

export const insertDataRequest = (row: typeof dataRequests.$inferInsert): Query =>
  database().insert(dataRequests).values(row)

export const insertDataAnswer = (row: typeof dataAnswers.$inferInsert): Query =>
  database().insert(dataAnswers).values(row)

export const insertDataReviews = (rows: readonly (typeof dataReviews.$inferInsert)[]): Query =>
  database()
    .insert(dataReviews)
    .values([...rows])

/** It fails where the same was asked and nobody has answered yet: pressed twice, one waits. */
export const guardNotAsked = (person: string, kind: DataKind, programme: string): Query =>
  guard(
    `NOT EXISTS (SELECT 1 FROM data_requests q WHERE q.person = ? AND q.kind = ? AND q.programme = ?
      AND NOT EXISTS (SELECT 1 FROM data_answers a WHERE a.request = q.id))`,
    [person, kind, programme],
  )

const answerer = alias(people, 'answerer')
const asked = () =>
  database()
    .select({
      id: dataRequests.id,
      person: dataRequests.person,
      personName: people.name,
      language: people.language,
      email: people.email,
      kind: dataRequests.kind,
      programme: dataRequests.programme,
      text: dataRequests.text,
      at: dataRequests.at,
      answer: dataAnswers.answer,
      answerText: dataAnswers.text,
      answeredAt: dataAnswers.at,
      byName: answerer.name,
    })
    .from(dataRequests)
    .innerJoin(people, eq(people.id, dataRequests.person))
    .leftJoin(dataAnswers, eq(dataAnswers.request, dataRequests.id))
    .leftJoin(answerer, eq(answerer.id, dataAnswers.by))

type Raw = Awaited<ReturnType<typeof asked>>[number]
const toRequest = ({ answer, answerText, answeredAt, byName, ...row }: Raw): DataRequest => ({
  ...row,
  answer:
    answer === null || answeredAt === null
      ? null
      : { answer, text: answerText ?? '', byName: byName ?? '', at: answeredAt },
})

/** All that somebody asked, newest first. */
export const dataRequestsOfQuery = (person: string, most = 50): Reading<DataRequest[]> =>
  reading(
    asked().where(eq(dataRequests.person, person)).orderBy(desc(dataRequests.id)).limit(most),
    (rows) => rows.map(toRequest),
  )

export const dataRequestQuery = (id: string): Reading<DataRequest | null> =>
  reading(asked().where(eq(dataRequests.id, id)), ([row]) => (row ? toRequest(row) : null))

const isOpen = () =>
  not(
    exists(
      database()
        .select({ n: sql`1` })
        .from(dataAnswers)
        .where(eq(dataAnswers.request, dataRequests.id)),
    ),
  )

/** All that somebody asked the coordinators of a programme, newest first. */
export const dataRequestsInQuery = (person: string, programme: string): Reading<DataRequest[]> =>
  reading(
    asked()
      .where(and(eq(dataRequests.person, person), eq(dataRequests.programme, programme)))
      .orderBy(desc(dataRequests.id))
      .limit(50),
    (rows) => rows.map(toRequest),
  )

/** Since when something waits that somebody asked the coordinators of a programme, or null. */
export const dataAskedSinceQuery = (person: string, programme: string): Reading<number | null> =>
  reading(
    database()
      .select({ at: min(dataRequests.at) })
      .from(dataRequests)
      .where(and(eq(dataRequests.person, person), eq(dataRequests.programme, programme), isOpen())),
    ([row]) => row?.at ?? null,
  )

/** Those that nobody has answered, oldest first. @param programme null for all */
export const openDataRequestsQuery = (
  programme: string | null,
  most: number,
): Reading<DataRequest[]> =>
  reading(
    asked()
      .where(and(isOpen(), programme === null ? undefined : eq(dataRequests.programme, programme)))
      .orderBy(dataRequests.id)
      .limit(most),
    (rows) => rows.map(toRequest),
  )

export interface HeldBack {
  readonly request: string
  /** As db/own-data-table.ts calls what it is. */
  readonly what: string
  readonly reason: string
}

/** What was held back of what somebody asked for. */
export const heldBackQuery = (person: string): Reading<HeldBack[]> =>
  reading(
    database()
      .select({
        request: dataReviews.request,
        what: dataReviews.what,
        reason: dataReviews.reason,
      })
      .from(dataReviews)
      .innerJoin(dataRequests, eq(dataRequests.id, dataReviews.request))
      .where(and(eq(dataRequests.person, person), eq(dataReviews.isHeld, true)))
      .orderBy(desc(dataReviews.at), dataReviews.what, dataReviews.subject)
      .limit(500),
  )
