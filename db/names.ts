/**
 * Looking for names and sorting them. SQLite knows only the 26 plain letters and a libSQL server takes no functions of
 * ours, so a folded text (domain/people/names.ts) stands beside each name; nothing else is compared or ordered by.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import { MARK, searchWords } from '#domain/people/names.ts'

/** Every word of what was typed, in any order. @param column of a folded text, as it stands in the statement */
export function foldedHas(column: string, typed: string): SQL {
  const words = searchWords(typed)
  if (words.length === 0) return sql`0`
  const text = sql.raw(`replace(${column}, '${MARK}', '')`)
  return sql`(${sql.join(
    words.map((word) => sql`instr(${text}, ${word}) > 0`),
    sql` AND `,
  )})`
}

/** Part of a name or of what somebody signs in with. @param table of people, as it is called in the statement */
export const nameHas = (table: string, typed: string): SQL => foldedHas(`${table}.folded`, typed)

/** For ORDER BY, as the language of who looks orders names. @param column of a folded name */
export const byName = (column: string, language: Language): SQL =>
  sql.raw(language === 'es' ? column : `replace(${column}, '${MARK}', '')`)
