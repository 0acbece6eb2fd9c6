import type { LedgerChanges } from '#domain/course/ledger.ts'

/** Each item in a line of its own. @param isFirst nothing was released before: then only their number */
export function inLines(changes: LedgerChanges, isFirst = false): string[] {
  if (isFirst) return [`The first release: ${changes.added.length} items.`]
  return [
    ...changes.raised.map(
      ({ id, from, to, star }) =>
        `meaning changed: ${id} (revision ${from} -> ${to})${star ? ' ★' : ''}`,
    ),
    ...changes.reworded.map((id) => `wording changed: ${id}`),
    ...changes.renamed.map(({ from, to }) => `another name: ${from} -> ${to}`),
    ...changes.added.map((id) => `new: ${id}`),
    ...changes.removed.map((id) => `taken out: ${id}`),
  ]
}
