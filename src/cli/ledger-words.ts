import type { ChangedNeeds } from '#authoring/needs-file.ts'
import type { LedgerChanges } from '#domain/course/ledger.ts'
import type { Need } from '#domain/readiness/competency.ts'

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

/** What lines need now, each in a line of its own. */
export const needsInLines = (changed: readonly ChangedNeeds[]): string[] =>
  changed.map(
    ({ id, before, needs, asksMore }) =>
      `${asksMore ? 'more is asked' : 'less is asked, or the same in other words'}: ${id}: ` +
      `${before ? needsInShort(before) : 'a new line'} -> ${needsInShort(needs)}`,
  )

const needsInShort = (needs: readonly Need[], between = ' + '): string =>
  needs.map(needInShort).join(between)

function needInShort(need: Need): string {
  switch (need.kind) {
    case 'quiz':
    case 'reflection':
    case 'exercise':
      return `${need.kind} ${need.module}`
    case 'practice':
      return `practice ${need.session}`
    case 'observation':
      return `observation ${need.level}`
    case 'talk':
      return 'talk'
    case 'any':
      return `(${needsInShort(need.of, ' or ')})`
  }
}
