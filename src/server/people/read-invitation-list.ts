/** From pasted text to checked lines: CSV as spreadsheets write it, with commas, semicolons or tabs. */
import { parse } from 'csv-parse/sync'
import { checkList, type Around, type CheckedList } from '#domain/people/invitation-list.ts'
import { delimiterOf } from '#domain/people/list-text.ts'

export type ReadList = CheckedList | { readonly kind: 'refused'; readonly reason: 'not-a-list' }

/** @param text as pasted; nothing is written */
export function readInvitationList(text: string, around: Around): ReadList {
  const delimiter = delimiterOf(text)
  try {
    const table = parse(text, {
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
    return checkList(table, around)
  } catch {
    return { kind: 'refused', reason: 'not-a-list' }
  }
}
