/** From pasted text to checked lines: CSV as spreadsheets write it, with commas, semicolons or tabs. */
import { checkList, type Around, type CheckedList } from '#domain/people/invitation-list.ts'
import { readTable } from './read-table.ts'

export type ReadList = CheckedList | { readonly kind: 'refused'; readonly reason: 'not-a-list' }

/** @param text as pasted; nothing is written */
export function readInvitationList(text: string, around: Around): ReadList {
  const table = readTable(text)
  return table ? checkList(table, around) : { kind: 'refused', reason: 'not-a-list' }
}
