/** What stands in which column of a list: told by a line of headings, by the usual order, or by whoever is asked. */
import { withoutAccents } from './names.ts'
import { isEmail } from './person.ts'

export const COLUMNS = ['name', 'given', 'family', 'email', 'language', 'cohort'] as const
export type Column = (typeof COLUMNS)[number]

export interface Columns {
  /** Whether the first line holds headings. */
  readonly headings: boolean
  /** Null: left out. */
  readonly columns: readonly (Column | null)[]
}

export type FoundColumns =
  | (Columns & { readonly kind: 'found'; readonly leftOut: readonly string[] })
  | { readonly kind: 'asked'; readonly guess: Columns }

/** Without headings, in this order. */
const ORDER: readonly Column[] = ['name', 'email', 'language', 'cohort']

/** English, Spanish, German; "Correo electrónico" stands here without its accents. */
export const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: [
    ...['name', 'full name', 'display name', 'person'],
    ...[
      'nombre completo',
      'nombre y apellidos',
      'nombre y apellido',
      'apellidos y nombre',
      'persona',
    ],
    ...['vollstandiger name', 'vor- und nachname', 'anzeigename'],
  ],
  given: [
    ...['first name', 'given name', 'forename', 'middle name', 'first', 'middle'],
    ...['nombre', 'nombres', 'nombre de pila', 'primer nombre', 'segundo nombre'],
    ...['vorname', 'rufname', 'zweiter vorname'],
  ],
  family: [
    ...['last name', 'family name', 'surname', 'last'],
    ...['apellido', 'apellidos', 'primer apellido', 'segundo apellido'],
    ...['nachname', 'familienname', 'zuname'],
  ],
  email: [
    ...['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'mail address'],
    ...['correo', 'correo electronico', 'direccion de correo', 'direccion de correo electronico'],
    ...['e-mail-adresse', 'email-adresse', 'mailadresse', 'e-mail-anschrift'],
  ],
  language: ['language', 'preferred language', 'idioma', 'lengua', 'idioma preferido', 'sprache'],
  cohort: ['cohort', 'group', 'cohorte', 'grupo', 'gruppe', 'kohorte'],
}

export const plain = (typed: string): string => withoutAccents(typed.trim())

/** @param lines without empty ones, cells trimmed */
export function findColumns(lines: readonly (readonly string[])[]): FoundColumns {
  const first = lines[0] ?? []
  const known = readHeadings(first)
  if (known.some(Boolean)) {
    const columns = joinNames<Column>(known)
    const hasName = columns.some((one) => one === 'name' || one === 'given' || one === 'family')
    if (!hasName) return { kind: 'asked', guess: { headings: true, columns: withAName(columns) } }
    const at = columns.includes('email') ? null : unknownAddresses(lines, columns)
    if (at !== null)
      return { kind: 'asked', guess: { headings: true, columns: columns.with(at, 'email') } }
    const leftOut = first.filter((heading, at) => heading && columns[at] === null)
    return { kind: 'found', headings: true, columns, leftOut }
  }
  const at = addressColumn(lines)
  const width = Math.max(...lines.map((cells) => cells.length))
  const isHeading =
    at !== null && Boolean(first[at]) && !first[at]?.includes('@') && lines.length > 1
  if (at !== null && width > 1 && (at !== 1 || isHeading))
    return { kind: 'asked', guess: { headings: isHeading, columns: guessAround(at, width) } }
  return { kind: 'found', headings: false, columns: ORDER, leftOut: [] }
}

/** An exact word first; else "Email (work)", "E-mail 1 - Value" for an address alone: "Name of clinic" is no name. */
function readHeadings(cells: readonly string[]): (Column | null)[] {
  const exact = cells.map((cell) => {
    const heading = plain(cell).replace(/\s*[*:?]+$|\s*\([^)]*\)$/g, '')
    return COLUMNS.find((column) => HEADINGS[column].includes(heading)) ?? null
  })
  if (exact.includes('email')) return exact
  const at = cells.findIndex((cell) => /^(e-?mail|correo)(?![a-z])/.test(plain(cell)))
  return exact.map((one, index) => (index === at ? 'email' : one))
}

/** "Nombre" beside "Apellidos" is the first name, alone it is the whole one; "Name" beside "Vorname" is the last name. */
export function joinNames<C extends string>(
  columns: readonly (C | Column | null)[],
): (C | Column | null)[] {
  const has = (column: Column): boolean => columns.includes(column)
  return columns.map((one) => {
    if (one === 'name' && has('given')) return has('family') ? null : 'family'
    if (one === 'name' && has('family')) return 'given'
    return one === 'given' && !has('family') && !has('name') ? 'name' : one
  })
}

/** The column in which most lines have an address; null for none. */
function addressColumn(lines: readonly (readonly string[])[]): number | null {
  const width = Math.max(...lines.map((cells) => cells.length))
  const counts = Array.from(
    { length: width },
    (_, at) => lines.filter((cells) => isEmail(plain(cells[at] ?? ''))).length,
  )
  const most = Math.max(...counts)
  return most * 2 > lines.length - 1 && most > 0 ? counts.indexOf(most) : null
}

/** The left-out column with the most addresses, where there are any: nobody is invited without theirs unasked. */
function unknownAddresses(
  lines: readonly (readonly string[])[],
  columns: readonly (Column | null)[],
): number | null {
  const counts = columns.map((column, at) =>
    column === null ? lines.filter((cells) => isEmail(plain(cells[at] ?? ''))).length : 0,
  )
  const most = Math.max(...counts)
  return most > 0 ? counts.indexOf(most) : null
}

const withAName = (columns: readonly (Column | null)[]): (Column | null)[] => {
  const free = columns.indexOf(null)
  return columns.map((one, at) => (at === free ? 'name' : one))
}

/** One column before the address is the name, two are first and last name; behind it stands the name where none does before. */
function guessAround(at: number, width: number): (Column | null)[] {
  const columns = Array<Column | null>(width).fill(null)
  columns[at] = 'email'
  if (at === 0) columns[1] = 'name'
  else if (at === 1) columns[0] = 'name'
  else [columns[0], columns[1]] = ['given', 'family']
  return columns
}
