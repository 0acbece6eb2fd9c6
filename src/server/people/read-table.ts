/** From text to cells: CSV as spreadsheets write it, with commas, semicolons or tabs. */
import { parse } from 'csv-parse/sync'
import { delimiterOf } from '#domain/people/list-text.ts'

/** Null for what cannot be read as a table. */
export function readTable(text: string): readonly (readonly string[])[] | null {
  const delimiter = delimiterOf(text)
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // "Ana Ruiz" <ana@example.org>
      relax_quotes: true,
      skip_empty_lines: false,
      // Between tabs a blank cell would be trimmed away with its tab.
      ltrim: delimiter !== '\t',
      max_record_size: 10_000,
    })
  } catch {
    return null
  }
}
