/** One list that is brought in: what is to be said by hand, what is wrong with it, or whom it brought in. */
import { read } from '#db/client.ts'
import { importFileQuery, type ImportRow } from '#db/imports.ts'
import type { Candidate } from '#domain/people/import-matches.ts'
import type { ImportRow as CheckedRow } from '#domain/people/import-row.ts'
import type { LeftOutLine } from '#domain/people/import-settings.ts'
import type { Person } from '#domain/people/person.ts'
import { findImport } from '#server/people/find-import.ts'
import {
  checkImportFile,
  sortRows,
  type CheckedFile,
  type Sorted,
} from '#server/people/check-import.ts'

export type Checked = Extract<CheckedFile, { readonly kind: 'checked' }>

export interface ImportPage {
  readonly row: ImportRow
  readonly stage:
    | Exclude<CheckedFile, { readonly kind: 'checked' }>
    | {
        readonly kind: 'checked'
        readonly checked: Checked
        readonly sorted: Sorted
        /** Lines in which somebody seems to be here already, and how many of them surely are. */
        readonly matched: number
        readonly sure: number
        /** The first of those about whom nobody has said anything. */
        readonly ask: readonly { readonly row: CheckedRow; readonly among: readonly Candidate[] }[]
        readonly leftOut: readonly LeftOutLine[]
      }
    /** It has begun and is not done. */
    | { readonly kind: 'running' }
    /** Null once what was left out is deleted. */
    | { readonly kind: 'done'; readonly leftOut: readonly LeftOutLine[] | null }
}

/** How many people are asked about on one page. */
const ASKED = 20

/** Null for a foreign and an absent id alike (R15). */
export async function showImport(by: Person, id: string, now: number): Promise<ImportPage | null> {
  const row = await findImport(by, id)
  if (!row) return null
  if (row.finishedAt !== null) {
    const file = await read(importFileQuery(id))
    return { row, stage: { kind: 'done', leftOut: file?.leftOut ?? null } }
  }
  if (row.startedAt !== null) return { row, stage: { kind: 'running' } }
  const { checked } = await checkImportFile(row, now)
  if (checked.kind !== 'checked') return { row, stage: checked }
  const sorted = sortRows(checked.rows, checked.matches, row.settings)
  const found = [...checked.matches.values()]
  return {
    row,
    stage: {
      kind: 'checked',
      checked,
      sorted,
      matched: found.length,
      sure: found.filter((one) => one.filter(({ why }) => why === 'both').length === 1).length,
      ask: sorted.open
        .slice(0, ASKED)
        .map((open) => ({ row: open, among: checked.matches.get(open.line) ?? [] })),
      leftOut: sorted.leftOut.map(({ line, cells, faults }) => ({ line, cells, why: faults })),
    },
  }
}
