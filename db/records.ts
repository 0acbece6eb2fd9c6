/** Records, and the progress that is computed from them in the same write batch. */
import { and, asc, eq, getTableColumns, gte, inArray, ne, sql } from 'drizzle-orm'
import type { AnyColumn, Table } from 'drizzle-orm'
import { parsedAs } from '#domain/json/is.ts'
import type { ItemProgress, Progress } from '#domain/learning/progress.ts'
import {
  unitOf,
  type LearningRecord,
  type RecordKind,
  type RecordOf,
} from '#domain/learning/record.ts'
import { database, filled, guard, kept, once, onceRow, read, reading } from './client.ts'
import type { Query, Reading } from './client.ts'
import { overviews, progress, records } from './schema.ts'
import { assertRecord } from './stored-deeds.ts'
import { isProgress } from './stored-progress.ts'

type RecordRow = typeof records.$inferSelect

function toRecord(row: RecordRow): LearningRecord {
  const record = { ...row, value: JSON.parse(row.value) as unknown }
  assertRecord(record)
  return record
}

/** A second record with the same id is left out; see `save-records.ts` for what is said then. */
export const insertRecord = (record: LearningRecord): Query =>
  insertRow({
    id: record.id,
    person: record.person,
    item: record.item,
    unit: unitOf(record.kind, record.item),
    revision: record.revision,
    kind: record.kind,
    value: JSON.stringify(record.value),
    madeAt: record.madeAt,
    receivedAt: record.receivedAt,
    source: record.source,
  })

const namesOf = <T extends Table>(table: T) =>
  Object.keys(getTableColumns(table)) as (keyof T['$inferSelect'] & string)[]

const insertRow = onceRow(namesOf(records), (row: RecordRow) =>
  database().insert(records).values(row),
)

/** What was computed from others, the end of a quiz attempt, where one of these arrived late. */
export const mendRecord = ({ id, value, madeAt }: RecordOf<'quiz-finished'>): Query =>
  database()
    .update(records)
    .set({ value: JSON.stringify(value), madeAt })
    .where(and(eq(records.id, id), eq(records.kind, 'quiz-finished')))

/** Whosever they are. */
export const recordsWithQuery = (ids: readonly string[]): Reading<LearningRecord[]> =>
  recordsAmong(JSON.stringify(ids))

/** However long a list is, its statement is the same. */
const among = (column: AnyColumn, list: string) =>
  sql`${column} IN (SELECT value FROM json_each(${list}))`

const recordsAmong = once((ids: string) =>
  reading(database().select().from(records).where(among(records.id, ids)), (rows) =>
    rows.map(toRecord),
  ),
)

/** All records of one person about these items, and nothing else. */
export const recordsQuery = (person: string, units: readonly string[]): Reading<LearningRecord[]> =>
  recordsAbout(person, JSON.stringify(units))

const recordsAbout = once((person: string, units: string) =>
  reading(
    database()
      .select()
      .from(records)
      .where(and(eq(records.person, person), among(records.unit, units))),
    (rows) => rows.map(toRecord),
  ),
)

/** Ids of what a person wrote since then, by our clock. */
export const writtenSinceQuery = (person: string, since: number): Reading<string[]> =>
  reading(
    database()
      .select({ id: records.id })
      .from(records)
      .where(
        and(
          eq(records.person, person),
          eq(records.kind, 'reflection-sent'),
          gte(records.receivedAt, since),
        ),
      ),
    (rows) => rows.map(({ id }) => id),
  )

export const recordsOf = (person: string, units: readonly string[]): Promise<LearningRecord[]> =>
  read(recordsQuery(person, units))

/** A person's whole history, oldest first. @param limit the newest this many */
export async function historyOf(person: string, limit = 1000): Promise<LearningRecord[]> {
  const rows = await database()
    .select()
    .from(records)
    .where(eq(records.person, person))
    .orderBy(sql`${records.madeAt} desc`, sql`${records.id} desc`)
    .limit(limit)
  return rows.map(toRecord).reverse()
}

/** A person's records of these kinds, newest first. */
export const newestQuery = (
  person: string,
  kinds: readonly RecordKind[],
  limit: number,
): Reading<LearningRecord[]> =>
  reading(
    database()
      .select()
      .from(records)
      .where(and(eq(records.person, person), inArray(records.kind, [...kinds])))
      .orderBy(sql`${records.madeAt} desc`, sql`${records.id} desc`)
      .limit(limit),
    (rows) => rows.map(toRecord),
  )

const progressOfPerson = kept((from) =>
  reading(
    from
      .select({ item: progress.item, state: progress.state })
      .from(progress)
      .where(eq(progress.person, sql.placeholder('person'))),
    (rows): Progress =>
      Object.fromEntries(rows.map(({ item, state }) => [item, stateIn(state, item)])),
  ),
)

/** Most rows say that a lesson was read, and say it alike: these are read once. They hold nothing of a person. */
const READ = /^\{"kind":"lesson","revision":\d{1,3}\}$/
const readStates = new Map<string, ItemProgress>()

function stateIn(text: string, item: string): ItemProgress {
  const known = readStates.get(text)
  if (known) return known
  const state = parsedAs(isProgress, text, `The progress of ${item}`)
  if (READ.test(text)) readStates.set(text, Object.freeze(state))
  return state
}

export const progressQuery = (person: string): Reading<Progress> =>
  filled(progressOfPerson(), { person })

export const findProgress = (person: string): Promise<Progress> => read(progressQuery(person))

export const upsertProgress = (
  person: string,
  item: string,
  state: ItemProgress,
  recordCount: number,
): Query => putProgress({ person, item, state: JSON.stringify(state), records: recordCount })

const putProgress = onceRow(
  namesOf(progress),
  ({ person, item, ...set }: typeof progress.$inferSelect) =>
    database()
      .insert(progress)
      .values({ person, item, ...set })
      .onConflictDoUpdate({ target: [progress.person, progress.item], set }),
)

/** Fails the batch when the item has another number of records than the progress was computed from. */
export const guardRecordCount = (person: string, unit: string, expected: number): Query =>
  guard('(SELECT count(*) FROM records WHERE person = ? AND unit = ?) = ?', [
    person,
    unit,
    expected,
  ])

/** Fails the batch when somebody has another number of records than was read. */
export const guardAllRecords = (person: string, expected: number): Query =>
  guard('(SELECT count(*) FROM records WHERE person = ?) = ?', [person, expected])

export type Overview = typeof overviews.$inferSelect

const overviewOf = kept((from) =>
  reading(
    from
      .select()
      .from(overviews)
      .where(eq(overviews.person, sql.placeholder('person'))),
    ([row]) => row ?? null,
  ),
)

export const overviewQuery = (person: string): Reading<Overview | null> =>
  filled(overviewOf(), { person })

export const findOverview = (person: string): Promise<Overview | null> =>
  read(overviewQuery(person))

/** What waits for an answer is written by `updateWaiting` alone. */
export const upsertOverview = onceRow(namesOf(overviews), (row: Overview) => {
  const { person: _, helpAt: __, reflectionAt: ___, ...set } = row
  return database()
    .insert(overviews)
    .values(row)
    .onConflictDoUpdate({ target: overviews.person, set })
})

/** Changes a part of a line that exists. */
export const updateOverview = (
  person: string,
  set: Partial<Pick<Overview, 'done' | 'steps' | 'stuckOn' | 'lapsed' | 'courseShape' | 'cardsAt'>>,
): Query => database().update(overviews).set(set).where(eq(overviews.person, person))

/** People whose line was computed from another shape of the course. */
export async function overviewsOfOtherShape(shape: string, limit: number): Promise<string[]> {
  const rows = await database()
    .select({ person: overviews.person })
    .from(overviews)
    .where(ne(overviews.courseShape, shape))
    .limit(limit)
  return rows.map((row) => row.person)
}

/** Everybody who has records: what `db rebuild` walks through. */
export async function peopleWithRecords(): Promise<string[]> {
  const rows = await database()
    .selectDistinct({ person: records.person })
    .from(records)
    .orderBy(asc(records.person))
  return rows.map((row) => row.person)
}

export async function progressRowsOf(
  person: string,
): Promise<{ item: string; state: string; records: number }[]> {
  return database()
    .select({ item: progress.item, state: progress.state, records: progress.records })
    .from(progress)
    .where(eq(progress.person, person))
    .orderBy(asc(progress.item))
}
