/** An import happens: some hundred lines at a time, so that others are served in between, and each line once. */
import { GuardFailed, isTaken, read, write } from '#db/client.ts'
import {
  beginImport,
  finishImport,
  guardLastLine,
  guardNotBegun,
  importedLinesQuery,
  insertComingIn,
  updateLastLine,
  type ComingIn,
  type ImportRow,
} from '#db/imports.ts'
import type { ImportRow as CheckedRow } from '#domain/people/import-row.ts'
import type { LeftOutLine } from '#domain/people/import-settings.ts'
import { fold, MARK } from '#domain/people/names.ts'
import { mayInvite, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isSignInName, type Person } from '#domain/people/person.ts'
import { newCode } from '#server/access/secret.ts'
import { takesIn } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { checkImportFile, matchesOf, sortRows, type Sorted } from './check-import.ts'

/** Lines at a time. */
const AT_ONCE = 250
const TRIES = 3

export type RanImport =
  | NotAllowed
  /** All lines were dealt with, or the time was over before: then it is carried on. */
  | { readonly kind: 'done' | 'not-done' }
  /** Something is still to be said by hand. */
  | { readonly kind: 'not-ready' }

/** @param patience when it ends, the lines that are left wait until somebody carries on */
export async function runImport(
  by: Person,
  row: ImportRow,
  patience: AbortSignal,
  now: number,
): Promise<RanImport> {
  if (!mayInvite(by, 'trainee', row.programme) || !takesIn(row.programme, 'trainee'))
    return NOT_ALLOWED
  if (row.finishedAt !== null) return { kind: 'done' }
  const { checked } = await checkImportFile(row, row.startedAt ?? now)
  if (checked.kind !== 'checked' || checked.order.kind === 'asked') return { kind: 'not-ready' }
  const sorted = sortRows(checked.rows, checked.matches, row.settings)
  const hasBegun = row.startedAt !== null
  if (!hasBegun && (sorted.open.length || !sorted.coming.length)) return { kind: 'not-ready' }
  try {
    if (!hasBegun)
      await write([
        guardNotBegun(row.id),
        beginImport(row.id, checked.rows.length, now),
        audited(now, by.id, 'import-begun', row.id, row.programme),
      ])
    return await carryOn(by, row, checked.rows, sorted, patience, now)
  } catch (error) {
    // The same button twice, or a colleague's: the other one brings them in.
    if (error instanceof GuardFailed) return { kind: 'not-done' }
    throw error
  }
}

async function carryOn(
  by: Person,
  row: ImportRow,
  rows: readonly CheckedRow[],
  sorted: Sorted,
  patience: AbortSignal,
  now: number,
): Promise<RanImport> {
  const waiting = sorted.coming.filter((one) => one.row.line > row.lastLine)
  let lastLine = row.lastLine
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    if (patience.aborted) return { kind: 'not-done' }
    const some = waiting.slice(from, from + AT_ONCE)
    const newest = some.at(-1)?.row.line ?? lastLine
    await bringIn(by, row, some, { lastLine, newest }, now)
    lastLine = newest
  }
  const isIn = await read(importedLinesQuery(row.id))
  const faults = new Map(sorted.leftOut.map((one) => [one.line, one.faults]))
  const leftOut = rows.flatMap(({ line, cells }): LeftOutLine[] =>
    isIn.has(line) ? [] : [{ line, cells, why: faults.get(line) ?? MEANWHILE }],
  )
  await write([
    guardLastLine(row.id, lastLine),
    ...finishImport(row.id, leftOut, now),
    audited(now, by.id, 'import-done', row.id, row.programme),
  ])
  return { kind: 'done' }
}

/** Nothing was wrong with the line when it was looked at; then somebody else brought in whom it names. */
const MEANWHILE: LeftOutLine['why'] = [{ problem: 'meanwhile', column: null }]

/** Who is looked at last here: nothing is written of whom somebody else brought in since. */
async function bringIn(
  by: Person,
  row: ImportRow,
  some: Sorted['coming'],
  { lastLine, newest }: { readonly lastLine: number; readonly newest: number },
  now: number,
): Promise<void> {
  const lines = some.map((one) => one.row)
  for (let tries = 1; ; tries++) {
    const { matches, unchanged } = await matchesOf(row, lines)
    const { coming } = sortRows(lines, matches, row.settings)
    try {
      await write([
        guardLastLine(row.id, lastLine),
        unchanged,
        ...insertComingIn(
          { id: row.id, programme: row.programme, by: by.id, now },
          coming.map(({ row: { line, person }, person: known }): ComingIn => ({
            ...person,
            id: known ?? newId(now),
            line,
            made: known === null,
            signInName: signInNameOf(person.name),
            facts: person.facts.map((fact) => ({ ...fact, id: newId(now) })),
            auditId: newId(now),
          })),
        ),
        updateLastLine(row.id, newest),
      ])
      return
    } catch (error) {
      // Somebody came meanwhile, or a sign-in name that was made up is taken.
      const isOther = error instanceof GuardFailed && error.position === 1
      if ((!isOther && !isTaken(error, 'people')) || tries === TRIES) throw error
    }
  }
}

/** As `freeSignInName` makes one, without asking for each. */
function signInNameOf(name: string): string {
  const made = fold(name).replaceAll(MARK, '').replaceAll(' ', '.').slice(0, 60)
  return `${isSignInName(made) ? made : 'trainee'}.${newCode().slice(0, 8).toLowerCase()}`
}
