/** A list of people with their history, judged line by line before anything is written. */
import { guessColumns, problemWithColumns, type ImportColumns } from './import-columns.ts'
import { orderOf, type FoundOrder } from './import-dates.ts'
import { checkImportRow, type AroundRows, type ImportRow } from './import-row.ts'
import type { ImportSettings } from './import-settings.ts'
import { dialled } from './contact.ts'
import { fold } from './names.ts'

/** At most this many people at a time. */
const MOST_IMPORTED = 10_000
/** So many of them, with 250 letters a line. */
export const MOST_IMPORT_BYTES = 2_500_000

export interface Line {
  /** Of the list, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type CheckedImport =
  | { readonly kind: 'refused'; readonly reason: 'empty' }
  | { readonly kind: 'refused'; readonly reason: 'too-many'; readonly rows: number }
  /** Nobody has said yet what stands in which column. */
  | { readonly kind: 'columns'; readonly first: readonly Line[]; readonly guess: ImportColumns }
  | {
      readonly kind: 'checked'
      readonly rows: readonly ImportRow[]
      readonly order: FoundOrder
      /** Headings of columns that are left out. */
      readonly notTaken: readonly string[]
      /** Headings by column; '' where there are none. */
      readonly headings: readonly string[]
    }

/** @param table cells by line, as a CSV reader gives them */
export function checkImport(
  table: readonly (readonly string[])[],
  settings: ImportSettings,
  around: Omit<AroundRows, 'columns' | 'order' | 'language'>,
): CheckedImport {
  const lines = table
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(Boolean))
  if (lines.length === 0) return { kind: 'refused', reason: 'empty' }
  const said = settings.columns
  if (!said || problemWithColumns(said)) {
    const first = lines.slice(0, 3)
    const guess = said ?? guessColumns(lines.slice(0, 50).map(({ cells }) => cells))
    return { kind: 'columns', first, guess }
  }
  const people = said.headings ? lines.slice(1) : lines
  if (people.length === 0) return { kind: 'refused', reason: 'empty' }
  if (people.length > MOST_IMPORTED)
    return { kind: 'refused', reason: 'too-many', rows: people.length }
  const order = settings.order
    ? { kind: 'plain' as const, order: settings.order }
    : orderOf(people.flatMap(({ cells }) => cells.filter((_, at) => holdsDays(said.columns[at]))))
  const { columns } = said
  const rows = people.map(({ line, cells }) =>
    checkImportRow(line, cells, {
      ...around,
      columns,
      language: settings.language,
      order: order.kind === 'plain' ? order.order : 'day-first',
    }),
  )
  const headings = said.headings ? (lines[0]?.cells ?? []) : []
  return {
    kind: 'checked',
    rows: withoutTwice(rows),
    order,
    headings,
    notTaken: headings.filter((heading, at) => heading && !columns[at]),
  }
}

const holdsDays = (column: ImportColumns['columns'][number] | undefined): boolean =>
  column === 'joined' ||
  column === 'trained-on' ||
  column === 'signed-off-on' ||
  column === 'signed-off-until'

/** What two people have in common; an empty contact is none. */
export const contactsOf = ({
  email,
  phone,
}: {
  readonly email: string
  readonly phone: string
}): string[] => [
  ...(email ? [email] : []),
  ...(phone ? [dialled(phone).replace(/^(\+|00)/, '')] : []),
]

/** One name with one contact, or with none, is one person: the first line counts. */
function withoutTwice(rows: readonly ImportRow[]): readonly ImportRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const { name } = row.person
    if (!name) return row
    const contacts = contactsOf(row.person)
    const keys = (contacts.length ? contacts : ['']).map((one) => `${fold(name)}\n${one}`)
    const line = keys.map((key) => seen.get(key)).find((found) => found !== undefined)
    for (const key of keys) if (!seen.has(key)) seen.set(key, row.line)
    return line === undefined
      ? row
      : { ...row, faults: [...row.faults, { problem: 'twice' as const, column: null, line }] }
  })
}
