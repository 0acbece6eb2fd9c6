/** A pasted list of people to invite, judged line by line before anything is written. */
import { isLanguage, type Language } from '#domain/course/course.ts'
import { withoutAccents } from './names.ts'
import { isEmail } from './person.ts'

/** At most this many people at a time. */
export const MOST_INVITED = 500

export interface Invited {
  readonly name: string
  /** '' where the link is handed over. */
  readonly email: string
  readonly language: Language
  /** Cohort id, or null. */
  readonly cohort: string | null
}

export type RowProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'email-malformed'
  | 'language-unknown'
  | 'cohort-unknown'
  | 'too-many-columns'
  | 'formula'
  | 'twice'
  | 'already-invited'

export interface CheckedRow {
  /** Line of the list, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly invited: Invited | null
  readonly problems: readonly RowProblem[]
}

export type CheckedList =
  | { readonly kind: 'checked'; readonly rows: readonly CheckedRow[]; readonly good: number }
  | { readonly kind: 'refused'; readonly reason: 'empty' }
  | { readonly kind: 'refused'; readonly reason: 'too-many'; readonly rows: number }
  | { readonly kind: 'refused'; readonly reason: 'unknown-column'; readonly column: string }

type Column = 'name' | 'email' | 'language' | 'cohort'
const ORDER: readonly Column[] = ['name', 'email', 'language', 'cohort']
const HEADINGS: Readonly<Record<string, Column>> = {
  name: 'name',
  nombre: 'name',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  correo: 'email',
  'correo electronico': 'email',
  language: 'language',
  idioma: 'language',
  cohort: 'cohort',
  group: 'cohort',
  grupo: 'cohort',
}
const LANGUAGE_NAMES: Readonly<Record<string, Language>> = {
  english: 'en',
  ingles: 'en',
  spanish: 'es',
  espanol: 'es',
}

export interface Around {
  /** Where a line names none. */
  readonly language: Language
  readonly cohort: string | null
  readonly cohorts: readonly { readonly id: string; readonly name: string }[]
  /** E-mail addresses, lower case, whose invitation to this programme still waits. */
  readonly waiting: ReadonlySet<string>
}

/** @param table cells by line, as a CSV reader gives them; a first line of headings may change the order */
export function checkList(table: readonly (readonly string[])[], around: Around): CheckedList {
  const lines = table
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(Boolean))
  const headings = lines[0]?.cells.map(plain) ?? []
  const hasHeadings = headings.some((heading) => heading in HEADINGS)
  const unknown = hasHeadings
    ? headings.find((heading) => heading && !(heading in HEADINGS))
    : undefined
  if (unknown !== undefined) return { kind: 'refused', reason: 'unknown-column', column: unknown }
  const columns = hasHeadings ? headings.map((heading) => HEADINGS[heading] ?? null) : ORDER
  const people = hasHeadings ? lines.slice(1) : lines
  if (people.length === 0) return { kind: 'refused', reason: 'empty' }
  if (people.length > MOST_INVITED)
    return { kind: 'refused', reason: 'too-many', rows: people.length }
  const seen = new Set<string>()
  const rows = people.map(({ line, cells }) => checkRow(line, cells, columns, around, seen))
  return { kind: 'checked', rows, good: rows.filter(({ invited }) => invited).length }
}

function checkRow(
  line: number,
  cells: readonly string[],
  columns: readonly (Column | null)[],
  around: Around,
  seen: Set<string>,
): CheckedRow {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? ''
  const problems: RowProblem[] = []
  if (cells.slice(columns.length).some(Boolean)) problems.push('too-many-columns')
  // What a spreadsheet would run; a phone number or a minus has no place here either.
  if (cells.some((value) => /^[=+\-@\t\r]/.test(value))) problems.push('formula')
  const name = cell('name')
  const email = cell('email').toLowerCase()
  if (!name) problems.push('name-missing')
  if ([...name].length > 100) problems.push('name-too-long')
  if (email && !isEmail(email)) problems.push('email-malformed')
  const language = readLanguage(cell('language')) ?? (cell('language') ? null : around.language)
  if (!language) problems.push('language-unknown')
  const cohortName = plain(cell('cohort'))
  const cohort = cohortName
    ? (around.cohorts.find((one) => plain(one.name) === cohortName)?.id ?? undefined)
    : around.cohort
  if (cohort === undefined) problems.push('cohort-unknown')
  const key = email || plain(name)
  if (key && seen.has(key)) problems.push('twice')
  seen.add(key)
  if (email && around.waiting.has(email)) problems.push('already-invited')
  const invited =
    problems.length === 0 && language && cohort !== undefined
      ? { name, email, language, cohort }
      : null
  return { line, cells, invited, problems }
}

function readLanguage(typed: string): Language | null {
  const short = plain(typed)
  return isLanguage(short) ? short : (LANGUAGE_NAMES[short] ?? null)
}

const plain = (typed: string): string => withoutAccents(typed.trim())
