/** The one writer of tables that leave as files: for every spreadsheet, and none of it a formula (R35). */
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import type { TableKind } from '#domain/people/display.ts'

type Cell = string | number | null
type Rows = readonly (readonly Cell[])[]

export interface TableFile {
  readonly body: string | Uint8Array<ArrayBuffer>
  /** Content type. */
  readonly type: string
  readonly extension: 'csv' | 'xlsx'
}

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const tableFile = async (
  kind: TableKind,
  columns: readonly string[],
  rows: Rows,
): Promise<TableFile> =>
  kind === 'xlsx'
    ? { body: await toXlsx(columns, rows), type: XLSX, extension: 'xlsx' }
    : { body: toCsv(columns, rows, kind === 'semicolon' ? ';' : ','), type: CSV, extension: 'csv' }

/** With a byte order mark, so that letters with accents are read as such. */
export const toCsv = (columns: readonly string[], rows: Rows, delimiter: ',' | ';' = ','): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    delimiter,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // Where semicolons part the cells, a point is no decimal: 2.5 would be the 2nd of May.
    ...(delimiter === ';' ? { cast: { number: (n: number) => String(n).replace('.', ',') } } : {}),
  })

/** A cell of text is text there, and stays so when it is edited or saved as CSV. */
async function toXlsx(columns: readonly string[], rows: Rows): Promise<Uint8Array<ArrayBuffer>> {
  const data = [
    columns.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell))),
  ]
  const widths = columns.map((name, at) => ({
    width: Math.min(
      60,
      Math.max(...[name, ...rows.map((row) => String(row[at] ?? ''))].map((text) => text.length)) +
        2,
    ),
  }))
  return new Uint8Array(await writeExcelFile(data, { columns: widths }).toBuffer())
}

/** As csv-stringify does it. */
const plain = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)
