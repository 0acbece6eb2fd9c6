/** An uploaded list against what is known: cohorts, and who of it seems to be here already. */
import { read, together, type Query } from '#db/client.ts'
import { cohortsQuery } from '#db/cohorts.ts'
import {
  guardNobodyElse,
  importFileQuery,
  knownPeopleQuery,
  type ImportFile,
  type ImportRow,
} from '#db/imports.ts'
import { checkImport, type CheckedImport } from '#domain/people/import-list.ts'
import { decisionOn, findMatches, type Candidate } from '#domain/people/import-matches.ts'
import type { ImportRow as CheckedRow } from '#domain/people/import-row.ts'
import { readBytes, type Reading } from '#domain/people/list-bytes.ts'
import { plain } from '#domain/people/list-columns.ts'
import { fold } from '#domain/people/names.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { readTable } from './read-table.ts'

export type CheckedFile =
  | Exclude<CheckedImport, { readonly kind: 'checked' }>
  | (Extract<CheckedImport, { readonly kind: 'checked' }> & {
      readonly matches: ReadonlyMap<number, readonly Candidate[]>
    })
  | { readonly kind: 'refused'; readonly reason: 'not-a-list' | 'gone' }
  | { readonly kind: 'letters'; readonly readings: readonly Reading[] }

/** Nothing is written. @param file as it is kept, where the caller has it already */
export async function checkImportFile(
  row: ImportRow,
  now: number,
): Promise<{ readonly checked: CheckedFile; readonly file: ImportFile | null }> {
  const { file, cohorts } = await together({
    file: importFileQuery(row.id),
    cohorts: cohortsQuery([row.programme]),
  })
  const answer = (checked: CheckedFile) => ({ checked, file })
  if (!file?.body) return answer({ kind: 'refused', reason: 'gone' })
  const bytes = readBytes(Buffer.from(file.body, 'base64'), row.settings.encoding)
  if (bytes.kind === 'asked') return answer({ kind: 'letters', readings: bytes.readings })
  const table = bytes.kind === 'text' ? readTable(bytes.text) : null
  if (!table) return answer({ kind: 'refused', reason: 'not-a-list' })
  const open = cohorts.filter(({ archivedAt }) => archivedAt === null)
  const checked = checkImport(table, row.settings, {
    today: momentOf(row.programme, now).today,
    cohorts: new Map(open.map(({ id, name }) => [plain(name), id])),
  })
  if (checked.kind !== 'checked') return answer(checked)
  const { matches } = await matchesOf(row, checked.rows)
  return answer({ ...checked, matches })
}

export interface Matched {
  readonly matches: ReadonlyMap<number, readonly Candidate[]>
  /** For a batch: it fails when somebody else of these names or addresses came since. */
  readonly unchanged: Query
}

/** Only of lines without faults: the others are left out anyhow. */
export async function matchesOf(
  { id, programme }: Pick<ImportRow, 'id' | 'programme'>,
  rows: readonly CheckedRow[],
): Promise<Matched> {
  const good = rows.filter(({ faults }) => faults.length === 0)
  const names = [...new Set(good.map(({ person }) => fold(person.name)))].filter(Boolean)
  const emails = [...new Set(good.flatMap(({ person }) => person.email || []))]
  const who = { programme, importId: id, names, emails }
  const known = await read(knownPeopleQuery(who))
  return {
    matches: findMatches(good, known),
    unchanged: guardNobodyElse(
      who,
      known.map((one) => one.id),
    ),
  }
}

export interface Sorted {
  readonly coming: readonly { readonly row: CheckedRow; readonly person: string | null }[]
  /** With faults, or left out by hand. */
  readonly leftOut: readonly CheckedRow[]
  /** Nobody has said yet who they are. */
  readonly open: readonly CheckedRow[]
}

/** What becomes of each line. */
export function sortRows(
  rows: readonly CheckedRow[],
  matches: ReadonlyMap<number, readonly Candidate[]>,
  settings: ImportRow['settings'],
): Sorted {
  const coming: { row: CheckedRow; person: string | null }[] = []
  const leftOut: CheckedRow[] = []
  const open: CheckedRow[] = []
  for (const row of rows) {
    if (row.faults.length) {
      leftOut.push(row)
      continue
    }
    const decision = decisionOn(row.line, matches.get(row.line), settings)
    if (decision.kind === 'open') open.push(row)
    else if (decision.kind === 'leave')
      leftOut.push({ ...row, faults: [{ problem: 'left-out', column: null }] })
    else coming.push({ row, person: decision.kind === 'add' ? decision.person : null })
  }
  return { coming, leftOut, open }
}
