/** Two lines of one name: two people, or one who stands there twice? Only whoever knows them can tell. */
import { plain } from './list-columns.ts'
import type { CheckedRow } from './list-row.ts'

export type SameNameAnswer = 'different' | 'same'

export interface SameNames {
  readonly name: string
  /** Of the list, the first one first. */
  readonly lines: readonly number[]
  readonly answer: SameNameAnswer | null
}

/** @param answers by the first line of each name; without one, and of one person, only the first line is invited */
export function askSameNames(
  rows: readonly CheckedRow[],
  answers: ReadonlyMap<number, SameNameAnswer>,
): { readonly rows: readonly CheckedRow[]; readonly sameNames: readonly SameNames[] } {
  const groups = Map.groupBy(
    rows.filter(({ invited }) => invited),
    ({ invited }) => plain(invited?.name ?? ''),
  )
  const sameNames = [...groups.values()].flatMap((group): SameNames[] => {
    const [first] = group
    if (!first?.invited || group.length < 2) return []
    const answer = answers.get(first.line) ?? null
    return [{ name: first.invited.name, lines: group.map(({ line }) => line), answer }]
  })
  const later = new Map(
    sameNames.flatMap(({ lines, answer }) =>
      answer === 'different' ? [] : lines.slice(1).map((line) => [line, answer] as const),
    ),
  )
  return {
    sameNames,
    rows: rows.map((row) =>
      later.has(row.line)
        ? { ...row, invited: null, problems: [later.get(row.line) ? 'twice' : 'same-name'] }
        : row,
    ),
  }
}
