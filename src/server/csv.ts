import { stringify } from 'csv-stringify/sync'

/** With a byte order mark, and no cell that a spreadsheet takes for a formula (R35). */
export const toCsv = (
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  })
