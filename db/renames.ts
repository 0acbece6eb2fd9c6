/** Rows that name an item of the course, when an author gave that item another name. */
import { sql } from 'drizzle-orm'
import type { Former } from '#domain/course/ledger.ts'
import { noteOf } from '#domain/learning/record.ts'
import { isMapOf, isNumber, isObjectOf, parsedAs } from '#domain/json/is.ts'
import { z } from 'zod'
import { read, rows, type Query } from './client.ts'

/** Who did something under one of these ids. */
export async function peopleUnder(former: Former): Promise<string[]> {
  const ids = JSON.stringify(Object.keys(former))
  const found = await read(
    rows(
      sql`
    SELECT person FROM records WHERE item IN (SELECT value FROM json_each(${ids}))
    UNION SELECT person FROM opened_sessions WHERE session IN (SELECT value FROM json_each(${ids}))`,
      { person: z.string() },
    ),
  )
  return found.map(({ person }) => person)
}

const isWithKept = isObjectOf({ kept: isMapOf(isNumber) })

export interface AttemptWithKept {
  readonly id: string
  /** With all that else was written down of it. */
  readonly value: { readonly kept: Readonly<Record<string, number>> }
}

/** Finished attempts that name questions they kept. */
export async function attemptsWithKept(people: readonly string[]): Promise<AttemptWithKept[]> {
  const found = await read(
    rows(
      sql`
    SELECT id, value FROM records WHERE kind = 'quiz-finished' AND value ->> '$.kept' IS NOT NULL
      AND person IN (SELECT value FROM json_each(${JSON.stringify(people)}))`,
      { id: z.string(), value: z.string() },
    ),
  )
  return found.map(({ id, value }) => ({
    id,
    value: parsedAs(isWithKept, value, `The record ${id}`),
  }))
}

export const updateValue = ({ id, value }: AttemptWithKept): Query => ({
  sql: 'UPDATE records SET value = ? WHERE id = ?',
  args: [JSON.stringify(value), id],
})

/** What was computed under a former id goes; it is computed again under the new one. */
export const renameItem = (from: string, to: string): Query[] => [
  {
    sql: `UPDATE records SET item = ?2, unit = CASE WHEN kind IN ('question-answered', 'turn-taken', 'card-sorted') THEN ?3 WHEN kind = 'note-saved' THEN ?4 ELSE ?2 END WHERE item = ?1`,
    args: [from, to, to.slice(0, to.lastIndexOf('/')), noteOf(to)],
  },
  { sql: 'DELETE FROM progress WHERE item IN (?, ?)', args: [from, noteOf(from)] },
  { sql: 'UPDATE OR IGNORE opened_sessions SET session = ? WHERE session = ?', args: [to, from] },
]
