/** Reads what is kept of a person, in pages: of a hundred thousand rows no more than one page is held at a time. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { OwnCell, OwnRows } from '#domain/people/own-data.ts'
import { meaning, read, rows, type Reading } from './client.ts'
import type { GivenTable } from './own-data-table.ts'

const cell = z.union([z.string(), z.number(), z.null()])
/** Where the page before ended: the values of the columns of the key. */
export type After = readonly OwnCell[]

/** Written by its person for nobody else: closed in a session that a code of staff opened (domain/people/held.ts). */
const IS_PRIVATE = `(t.kind IN ('note-saved', 'card-sorted') OR (t.kind = 'reflection-sent' AND NOT coalesce(t.value ->> 'shared', 0)))`

export interface OwnWish {
  readonly person: string
  /** Private words of before that moment stay closed; undefined for none such. */
  readonly closedBefore: number | undefined
}

/** The newest request for what staff wrote, of each programme, that was answered. */
const RELEASED = `SELECT r.subject FROM data_reviews r WHERE r.what = ?2 AND NOT r.is_held AND r.request IN (
  SELECT max(q.id) FROM data_requests q JOIN data_answers a ON a.request = q.id AND a.answer = 'done'
  WHERE q.person = ?1 AND q.kind = 'notes' GROUP BY q.programme)`

/** @param most rows of a page @returns the rows, and where the next page begins; null where there is none */
export async function readOwn(
  table: GivenTable,
  wish: OwnWish,
  after: After | null,
  most: number,
): Promise<{ readonly rows: OwnRows['rows']; readonly next: After | null }> {
  const found = await read(pageQuery(table, wish, after, most))
  const here = found.slice(0, most)
  const keys = table.key.split(', ').length
  const last = here.at(-1)
  return {
    rows: here.map((row) => row.slice(keys)),
    next: found.length > most && last ? last.slice(0, keys) : null,
  }
}

function pageQuery(
  table: GivenTable,
  { person, closedBefore }: OwnWish,
  after: After | null,
  most: number,
): Reading<OwnCell[][]> {
  const held =
    table.table === 'records' && closedBefore !== undefined
      ? sql` AND NOT (${sql.raw(IS_PRIVATE)} AND t.received_at < ${closedBefore})`
      : sql``
  const released =
    table.how === 'reviewed'
      ? sql` AND ${sql.raw(table.subject)} IN (${filled(RELEASED, person, table.what)})`
      : sql``
  const beyond = after
    ? sql` AND (${sql.raw(table.key)}) < (${sql.join(
        after.map((one) => sql`${one}`),
        sql`, `,
      )})`
    : sql``
  const keys = table.key.split(', ')
  return tuples(
    sql`SELECT ${sql.raw(selected(table))} FROM ${sql.raw(table.table)} t WHERE ${filled(table.where, person)}${held}${released}${beyond}
      ORDER BY ${sql.raw(keys.map((one) => `${one} DESC`).join(', '))} LIMIT ${most + 1}`,
    keys.length + table.columns.length,
  )
}

/** Rows of so many columns, in their order. */
function tuples(statement: SQL, width: number): Reading<OwnCell[][]> {
  const names = Array.from({ length: width }, (_, n) => `c${n}`)
  const asked = rows(statement, Object.fromEntries(names.map((name) => [name, cell])))
  return {
    ...asked,
    take: (found) => asked.take(found).map((row) => names.map((name) => row[name] ?? null)),
  }
}

const selected = ({ key, columns, computed }: GivenTable): string =>
  [
    ...key.split(', '),
    ...columns.map(({ name, kind }) => {
      const from = computed[name]
      if (from) return from
      return kind === 'person'
        ? `(SELECT p.name FROM people p WHERE p.id = t.${name})`
        : `t.${name}`
    }),
  ]
    .map((one, n) => `${one} AS c${n}`)
    .join(', ')

/** SQL with ?1 and ?2 filled in. */
const filled = (text: string, first: string, second = ''): SQL =>
  sql.join(
    text
      .split(/(\?[12])/)
      .map((part) =>
        part === '?1' ? sql`${first}` : part === '?2' ? sql`${second}` : sql.raw(part),
      ),
  )

export interface RowToReview {
  readonly what: string
  readonly subject: string
  readonly columns: GivenTable['columns']
  readonly row: readonly OwnCell[]
}

/** Rows that staff of a programme wrote among themselves, and about which this request has no decision yet; oldest last. */
export const toReviewQuery = (
  table: GivenTable,
  of: { readonly person: string; readonly programme: string; readonly request: string },
  most: number,
): Reading<RowToReview[]> => {
  const { person, programme, request } = of
  const asked = tuples(
    sql`SELECT ${sql.raw(selected({ ...table, key: table.subject }))} FROM ${sql.raw(table.table)} t
      WHERE ${filled(table.where, person)} AND ${sql.raw(table.programme)} = ${programme} AND ${sql.raw(table.subject)} NOT IN (
        SELECT r.subject FROM data_reviews r WHERE r.request = ${request} AND r.what = ${table.what})
      ORDER BY ${sql.raw(
        table.key
          .split(', ')
          .map((one) => `${one} DESC`)
          .join(', '),
      )} LIMIT ${most}`,
    1 + table.columns.length,
  )
  return meaning(asked, (found) =>
    found.map(([subject, ...row]) => ({
      what: table.what,
      subject: String(subject),
      columns: table.columns,
      row,
    })),
  )
}
