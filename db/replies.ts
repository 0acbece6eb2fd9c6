/** Questions and shared reflections of trainees, and what coordinators answered. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { LearningRecord } from '#domain/learning/record.ts'
import {
  database,
  filled,
  guard,
  kept,
  once,
  read,
  reading,
  type Query,
  type Reading,
} from './client.ts'
import { people, records, replies } from './schema.ts'
import { assertRecord } from './stored-deeds.ts'

/** What can be answered. */
export type Message = Extract<LearningRecord, { kind: 'help-asked' | 'reflection-sent' }>

export interface SeenReply {
  readonly id: string
  readonly record: string
  readonly repliedAt: number
  readonly text: string
  readonly accepted: boolean | null
  /** Item id, or ''. */
  readonly lesson: string
  readonly coordinatorName: string
  /** Person id. */
  readonly coordinator: string
}

export const insertReply = (row: typeof replies.$inferInsert): Query =>
  database().insert(replies).values(row)

/** For a batch: it fails when others than this coordinator have answered more often than was seen. */
export const guardReplies = (record: string, coordinator: string, seen: number): Query =>
  guard('(SELECT count(*) FROM replies WHERE record = ? AND coordinator <> ?) <= ?', [
    record,
    coordinator,
    seen,
  ])

/**
 * True of a row `m` of records that waits for an answer: a question without one, or the latest text of a reflection,
 * shared and without one. What was taken back or written anew no longer waits.
 */
export const WAITS = `(
  (m.kind = 'help-asked' OR (
    m.kind = 'reflection-sent' AND json_extract(m.value, '$.shared') = 1
    AND NOT EXISTS (
      SELECT 1 FROM records n WHERE n.person = m.person AND n.unit = m.unit AND n.kind = m.kind
      AND (n.made_at, n.id) > (m.made_at, m.id)
    )
  ))
  AND NOT EXISTS (SELECT 1 FROM replies r WHERE r.record = m.id)
)`

const oldest = (kind: string): string =>
  `(SELECT min(m.made_at) FROM records m WHERE m.person = ? AND m.kind = '${kind}' AND ${WAITS})`

/** Writes the oldest waiting question and reflection of a person anew; after the records and replies of a batch. */
export const updateWaiting = (person: string): Query => ({
  sql: `UPDATE overviews SET help_at = ${oldest('help-asked')}, reflection_at = ${oldest('reflection-sent')} WHERE person = ?`,
  args: [person, person, person],
})

/** What `updateWaiting` would write. */
export async function findWaiting(
  person: string,
): Promise<{ helpAt: number | null; reflectionAt: number | null }> {
  const of = (kind: string) => {
    const [before, after] = oldest(kind).split('?')
    return sql<number | null>`${sql.raw(before ?? '')}${person}${sql.raw(after ?? '')}`
  }
  const [row] = await database()
    .select({ helpAt: of('help-asked'), reflectionAt: of('reflection-sent') })
    .from(sql`(SELECT 1)`)
  return { helpAt: row?.helpAt ?? null, reflectionAt: row?.reflectionAt ?? null }
}

/** Every answer to one record, oldest first. */
export const repliesTo = (record: string): Promise<SeenReply[]> =>
  selectReplies().where(eq(replies.record, record)).orderBy(asc(replies.repliedAt), asc(replies.id))

/** Every answer to a person, oldest first. */
export const repliesQuery = once((person: string): Reading<SeenReply[]> =>
  reading(
    selectReplies()
      .where(eq(replies.person, person))
      .orderBy(asc(replies.repliedAt), asc(replies.id)),
  ),
)

export const repliesOf = (person: string): Promise<SeenReply[]> => read(repliesQuery(person))

const selectReplies = () =>
  database()
    .select({
      id: replies.id,
      record: replies.record,
      repliedAt: replies.repliedAt,
      text: replies.text,
      accepted: replies.accepted,
      lesson: replies.lesson,
      coordinatorName: people.name,
      coordinator: replies.coordinator,
    })
    .from(replies)
    .innerJoin(people, eq(people.id, replies.coordinator))
    .$dynamic()

/** A person's questions to the coordinator, newest first. */
export const questionsQuery = once((person: string): Reading<Message[]> =>
  reading(
    database()
      .select()
      .from(records)
      .where(and(eq(records.person, person), eq(records.kind, 'help-asked')))
      .orderBy(desc(records.madeAt), desc(records.id))
      .limit(200),
    (rows) => rows.map(toMessage),
  ),
)

/** A person's reflections that were answered. */
export const answeredReflectionsQuery = once((person: string): Reading<Message[]> =>
  reading(
    database()
      .select()
      .from(records)
      .where(
        and(
          inArray(
            records.id,
            database()
              .select({ id: replies.record })
              .from(replies)
              .where(eq(replies.person, person)),
          ),
          eq(records.kind, 'reflection-sent'),
        ),
      ),
    (rows) => rows.map(toMessage),
  ),
)

export interface Asked {
  readonly question: Message
  /** Oldest first. */
  readonly replies: readonly SeenReply[]
}

const questionsAbout = kept((from) => {
  const asked = from
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        eq(records.person, sql.placeholder('person')),
        // What is asked on a page of the platform is about the course as a whole.
        eq(records.unit, 'course'),
        eq(records.kind, 'help-asked'),
        sql`json_extract(${records.value}, '$.page') = ${sql.placeholder('page')}`,
      ),
    )
    .orderBy(desc(records.madeAt), desc(records.id))
    .limit(sql.placeholder('limit'))
  return reading(
    from
      .select({ question: records, reply: replies, coordinatorName: people.name })
      .from(records)
      .leftJoin(replies, eq(replies.record, records.id))
      .leftJoin(people, eq(people.id, replies.coordinator))
      .where(inArray(records.id, asked))
      .orderBy(desc(records.madeAt), desc(records.id), asc(replies.repliedAt), asc(replies.id)),
    (found) =>
      [...Map.groupBy(found, ({ question }) => question.id).values()].flatMap((same) => {
        const [first] = same
        const answers = same.flatMap(({ reply, coordinatorName }) =>
          reply ? [{ ...reply, coordinatorName: coordinatorName ?? '' }] : [],
        )
        return first ? [{ question: toMessage(first.question), replies: answers }] : []
      }),
  )
})

/** A person's newest questions about one page with what was answered, newest first. @param page path of ours without query */
export const questionsAboutQuery = (
  person: string,
  page: string,
  limit: number,
): Reading<Asked[]> => filled(questionsAbout(), { person, page, limit })

export async function findMessage(id: string): Promise<Message | null> {
  const [row] = await database()
    .select()
    .from(records)
    .where(and(eq(records.id, id), inArray(records.kind, ['help-asked', 'reflection-sent'])))
  return row ? toMessage(row) : null
}

function toMessage(row: typeof records.$inferSelect): Message {
  const record = { ...row, value: JSON.parse(row.value) as unknown }
  assertRecord(record)
  if (record.kind === 'help-asked' || record.kind === 'reflection-sent') return record
  throw new Error(`The record ${row.id} is no message.`)
}
