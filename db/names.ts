/** Looking for names and sorting them: by itself SQLite knows only the 26 plain letters. */
import { sql, type SQL } from 'drizzle-orm'
import { withoutAccents } from '#domain/people/names.ts'

/** À to ž by the plain letter that each is written without its mark. */
const VARIANTS = new Map<string, string>()
for (let code = 0xc0; code <= 0x17e; code++) {
  const letter = String.fromCodePoint(code)
  const plain = withoutAccents(letter)
  VARIANTS.set(plain, (VARIANTS.get(plain) ?? '') + letter)
}

/** "nun" as `*[nNñÑ…][uUú…][nNñÑ…]*`. */
const pattern = (typed: string): string => `*${[...withoutAccents(typed)].map(anyOf).join('')}*`

function anyOf(letter: string): string {
  const alike = letter.toUpperCase() + (VARIANTS.get(letter) ?? '')
  if (alike !== letter) return `[${letter}${alike}]`
  return '*?['.includes(letter) ? `[${letter}]` : letter
}

/** Part of a name, in any accents and size. @param column as it stands in the statement, such as `p.name` */
export const nameHas = (column: string, typed: string): SQL =>
  sql`${sql.raw(column)} GLOB ${pattern(typed)}`

/** For ORDER BY: Óscar stands between Nadia and Ray. @param column as it stands in the statement */
export const byName = (column: string): SQL =>
  sql.raw(`CASE WHEN ${column} GLOB '*[^ -~]*' THEN ${sortKey(column)} ELSE lower(${column}) END`)

/** More letters would be too deep for SQLite's parser; these are the ones of Spanish. */
const sortKey = (column: string): string =>
  [...'áéíóúüñ'].reduce(
    (text, letter) =>
      `replace(replace(${text}, '${letter}', '${withoutAccents(letter)}'), '${letter.toUpperCase()}', '${withoutAccents(letter)}')`,
    `lower(${column})`,
  )
