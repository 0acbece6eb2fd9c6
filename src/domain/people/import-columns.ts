/** What stands in which column of a list of people with their history: guessed, shown, and said by hand. */
import { HEADINGS, joinNames, plain } from './list-columns.ts'
import { isEmail } from './person.ts'

export const IMPORT_COLUMNS = [
  'name',
  'given',
  'family',
  'email',
  'phone',
  'language',
  'cohort',
  'joined',
  'place',
  'languages',
  'training',
  'trained-on',
  'trained-at',
  'signed-off-on',
  'signed-off-until',
  'signed-off-at',
] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

export interface ImportColumns {
  /** Whether the first line holds headings. */
  readonly headings: boolean
  /** Null: left out. */
  readonly columns: readonly (ImportColumn | null)[]
}

/** Of these a list may have several columns. */
const SEVERAL: readonly ImportColumn[] = ['given', 'family', 'training']

/** English and Spanish, without accents. */
const WORDS: Readonly<Record<ImportColumn, readonly string[]>> = {
  ...HEADINGS,
  phone: [
    ...['phone', 'phone number', 'telephone', 'mobile', 'cell', 'cell phone', 'mobile number'],
    ...['tel', 'telefono', 'movil', 'celular', 'numero de telefono'],
  ],
  joined: [
    ...['joined', 'joined on', 'date joined', 'start date', 'started', 'member since', 'since'],
    ...['fecha de alta', 'fecha de ingreso', 'fecha de inicio', 'desde', 'alta'],
  ],
  place: [
    ...['place', 'town', 'city', 'location', 'area'],
    ...['lugar', 'ciudad', 'localidad', 'poblacion', 'pueblo'],
  ],
  languages: ['languages', 'languages spoken', 'speaks', 'idiomas', 'idiomas que habla', 'habla'],
  training: [
    ...['training', 'trainings', 'course', 'training completed', 'courses'],
    ...['formacion', 'curso', 'cursos', 'capacitacion', 'formacion completada'],
  ],
  'trained-on': [
    ...['training date', 'trained on', 'date of training', 'date trained', 'course date'],
    ...['fecha de formacion', 'fecha del curso', 'fecha de la formacion'],
  ],
  'trained-at': [
    ...['trained at', 'trained by', 'training provider', 'training place'],
    ...['lugar de la formacion', 'entidad formadora', 'formado en'],
  ],
  'signed-off-on': [
    ...['signed off', 'signed off on', 'sign-off date', 'approved on', 'ready since', 'approved'],
    ...['fecha de visto bueno', 'visto bueno', 'aprobado el', 'aprobado'],
  ],
  'signed-off-until': [
    ...['signed off until', 'sign-off expires', 'valid until', 'expires', 'expiry date'],
    ...['valido hasta', 'vence', 'caduca', 'fecha de vencimiento'],
  ],
  'signed-off-at': [
    ...['signed off at', 'signed off by', 'approved by', 'approved at'],
    ...['aprobado por', 'aprobado en', 'visto bueno de'],
  ],
}

/** @param lines the first ones, cells trimmed */
export function guessColumns(lines: readonly (readonly string[])[]): ImportColumns {
  const first = lines[0] ?? []
  const width = Math.max(0, ...lines.map((cells) => cells.length))
  const known = Array.from({ length: width }, (_, at) => columnCalled(first[at] ?? ''))
  if (known.some(Boolean)) {
    const once = known.map((column, at) =>
      column && !SEVERAL.includes(column) && known.indexOf(column) < at ? null : column,
    )
    return { headings: true, columns: joinNames<ImportColumn>(once) }
  }
  const email = Array.from({ length: width }, (_, at) => at).find((at) =>
    lines.some((cells) => isEmail(plain(cells[at] ?? ''))),
  )
  const name = email === 0 ? 1 : 0
  return {
    headings: email !== undefined && lines.length > 1 && !isEmail(plain(first[email] ?? '')),
    columns: Array.from({ length: width }, (_, at) =>
      at === email ? 'email' : at === name ? 'name' : null,
    ),
  }
}

const columnCalled = (heading: string): ImportColumn | null => {
  const called = plain(heading).replace(/\s*[*:?]+$|\s*\([^)]*\)$/g, '')
  return IMPORT_COLUMNS.find((column) => WORDS[column].includes(called)) ?? null
}

export type ColumnsProblem = 'no-name' | 'twice' | 'name-and-parts'

export function problemWithColumns({ columns }: ImportColumns): ColumnsProblem | null {
  const has = (column: ImportColumn): boolean => columns.includes(column)
  if (!has('name') && !has('given') && !has('family')) return 'no-name'
  if (has('name') && (has('given') || has('family'))) return 'name-and-parts'
  const twice = columns.some(
    (column, at) => column && !SEVERAL.includes(column) && columns.indexOf(column) < at,
  )
  return twice ? 'twice' : null
}
