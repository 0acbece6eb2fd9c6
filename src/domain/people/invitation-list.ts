/** A pasted list of people to invite, judged line by line before anything is written. */
import { isLanguage, type Language } from '#domain/course/language.ts'
import { findColumns, plain, type Column, type Columns } from './list-columns.ts'
import type { CheckedRow, RowProblem } from './list-row.ts'
import { cutAgain } from './list-text.ts'
import { asName, asSignInName, isEmail, problemWithName } from './person.ts'
import { askSameNames, type SameNameAnswer, type SameNames } from './same-names.ts'

/** At most this many people at a time. */
const MOST_INVITED = 500

export type CheckedList =
  | {
      readonly kind: 'checked'
      readonly rows: readonly CheckedRow[]
      readonly good: number
      /** Headings of columns that nobody asked for. */
      readonly leftOut: readonly string[]
      readonly sameNames: readonly SameNames[]
    }
  /** What stands in which column is not clear. */
  | {
      readonly kind: 'asked'
      readonly first: readonly string[]
      readonly second: readonly string[]
      readonly guess: Columns
    }
  | { readonly kind: 'refused'; readonly reason: 'empty' }
  | { readonly kind: 'refused'; readonly reason: 'too-many'; readonly rows: number }

export interface Around {
  /** Where a line names none. */
  readonly language: Language
  readonly cohort: string | null
  readonly cohorts: readonly { readonly id: string; readonly name: string }[]
  /** E-mail addresses, lower case, whose invitation to this programme still waits. */
  readonly waiting: ReadonlySet<string>
  /** E-mail addresses, lower case, under which somebody has an account. */
  readonly accounts: ReadonlySet<string>
  /** What was answered to `asked`. */
  readonly columns?: Columns | undefined
  /** What was answered to `sameNames`, by the first of their lines. */
  readonly sameNames?: ReadonlyMap<number, SameNameAnswer>
}

/** @param table cells by line, as a CSV reader gives them; a first line of headings may change the order */
export function checkList(table: readonly (readonly string[])[], around: Around): CheckedList {
  const lines = table
    .map((cells, index) => ({
      line: index + 1,
      cells: cutAgain(cells.map((cell) => cell.trim())),
    }))
    .filter(({ cells }) => cells.some(Boolean))
  const found = columnsOf(
    lines.map(({ cells }) => cells),
    around.columns,
  )
  if (lines.length === 0) return { kind: 'refused', reason: 'empty' }
  if (found.kind === 'asked') {
    const [first = [], second = []] = lines.map(({ cells }) => cells)
    return { kind: 'asked', first, second, guess: found.guess }
  }
  const people = found.headings ? lines.slice(1) : lines
  if (people.length === 0) return { kind: 'refused', reason: 'empty' }
  if (people.length > MOST_INVITED)
    return { kind: 'refused', reason: 'too-many', rows: people.length }
  const seen = new Set<string>()
  const each = people.map(({ line, cells }) =>
    checkRow(line, found.headings ? cells : splitAddress(cells), found.columns, around, seen),
  )
  const { rows, sameNames } = askSameNames(each, around.sameNames ?? new Map())
  const good = rows.filter(({ invited }) => invited).length
  return { kind: 'checked', rows, good, leftOut: found.leftOut, sameNames }
}

function columnsOf(
  lines: readonly (readonly string[])[],
  answer: Columns | undefined,
): ReturnType<typeof findColumns> {
  if (!answer) return findColumns(lines.map(splitAddress))
  if (!answer.columns.some((one) => one === 'name' || one === 'given' || one === 'family'))
    return { kind: 'asked', guess: answer }
  const headings = answer.headings ? (lines[0] ?? []) : []
  const leftOut = headings.filter((heading, at) => heading && !answer.columns[at])
  return { kind: 'found', ...answer, leftOut }
}

/** "Ana Ruiz <ana@example.org>" and "Ana Ruiz ana@example.org", as mail programs write people. */
function splitAddress(cells: readonly string[]): readonly string[] {
  const [first = '', second = '', ...more] = cells
  const parts = /^(.*?)\s*<([^<>]*)>$/.exec(first) ?? /^(.*?)(?:^|\s+)(\S+)$/.exec(first)
  const [, name = '', address = ''] = parts ?? []
  const isFree = second === '' || !second.includes('@')
  if (!isEmail(address) || !isFree || (name === '' && second !== '')) return cells
  return [name.replace(/^"(.*)"$/, '$1'), address, ...(second ? [second] : []), ...more]
}

function checkRow(
  line: number,
  cells: readonly string[],
  columns: readonly (Column | null)[],
  around: Around,
  seen: Set<string>,
): CheckedRow {
  const all = (column: Column): string[] => cells.filter((_, at) => columns[at] === column)
  const cell = (column: Column): string => all(column).find(Boolean) ?? ''
  const problems: RowProblem[] = []
  if (cells.slice(columns.length).some(Boolean)) problems.push('too-many-columns')
  const used = cells.filter((_, at) => columns[at] !== null)
  // What a spreadsheet would run; a phone number or a minus has no place here either.
  if (used.some((value) => /^[=+\-@\t\r]/.test(value))) problems.push('formula')
  if (used.some((value) => value.includes('\ufffd'))) problems.push('letters-lost')
  const name = asName(cell('name') || [...all('given'), ...all('family')].filter(Boolean).join(' '))
  const email = asSignInName(cell('email'))
  const badName = problemWithName(name)
  if (badName && !problems.includes('formula')) problems.push(`name-${badName}`)
  if (email && !isEmail(email)) problems.push('email-malformed')
  const language = readLanguage(cell('language')) ?? (cell('language') ? null : around.language)
  if (!language) problems.push('language-unknown')
  const cohortName = plain(cell('cohort'))
  const cohort = cohortName
    ? (around.cohorts.find((one) => plain(one.name) === cohortName)?.id ?? undefined)
    : around.cohort
  if (cohort === undefined) problems.push('cohort-unknown')
  if (email && seen.has(email)) problems.push('twice')
  seen.add(email)
  if (email && around.waiting.has(email)) problems.push('already-invited')
  if (email && around.accounts.has(email)) problems.push('has-account')
  const invited =
    problems.length === 0 && language && cohort !== undefined
      ? { name, email, language, cohort }
      : null
  return { line, cells, email, invited, problems }
}

/** By its beginning: es, es-MX, Español (España); not Estonian. */
export function readLanguage(typed: string): Language | null {
  const [word = ''] = /^[a-z]+/.exec(plain(typed)) ?? []
  if (isLanguage(word)) return word
  if (['english', 'ingles', 'englisch', 'eng'].includes(word)) return 'en'
  return ['spanish', 'espanol', 'castellano', 'spanisch', 'spa', 'esp'].includes(word) ? 'es' : null
}
