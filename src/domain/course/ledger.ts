/** What a release says about every item, and what differs between two of them. */

export interface LedgerEntry {
  readonly revision: number
  readonly hash: string
  /** True for what lapses the competencies that lean on it when its revision is raised. */
  readonly star: boolean
}
export type Ledger = Readonly<Record<string, LedgerEntry>>

/** New id by former id: an author gave an item another name, and said so with `was:`. */
export type Former = Readonly<Record<string, string>>

export interface Raised {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly star: boolean
}

export interface LedgerChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  /** With a higher revision: the meaning changed. */
  readonly raised: readonly Raised[]
  /** Other words, the same meaning as far as anybody said. */
  readonly reworded: readonly string[]
}

export const NO_CHANGES: LedgerChanges = {
  added: [],
  removed: [],
  renamed: [],
  raised: [],
  reworded: [],
}

export function changesBetween(before: Ledger, now: Ledger, former: Former = {}): LedgerChanges {
  const renamed = Object.entries(former)
    .filter(([from, to]) => before[from] && !now[from] && now[to] && !before[to])
    .map(([from, to]) => ({ from, to }))
  const isRenamed = (id: string): boolean =>
    renamed.some(({ from, to }) => from === id || to === id)
  const both = Object.entries(now).flatMap(([id, entry]) => {
    const old = before[id] ?? before[renamed.find(({ to }) => to === id)?.from ?? '']
    return old ? [{ id, old, entry }] : []
  })
  return {
    added: Object.keys(now).filter((id) => !before[id] && !isRenamed(id)),
    removed: Object.keys(before).filter((id) => !now[id] && !isRenamed(id)),
    renamed,
    raised: both
      .filter(({ old, entry }) => entry.revision > old.revision)
      .map(({ id, old, entry }) => ({
        id,
        from: old.revision,
        to: entry.revision,
        star: entry.star,
      })),
    reworded: both
      .filter(
        ({ id, old, entry }) =>
          entry.revision === old.revision && entry.hash !== old.hash && !isRenamed(id),
      )
      .map(({ id }) => id),
  }
}

export const hasChanges = (changes: LedgerChanges): boolean =>
  Object.values(changes).some((list: readonly unknown[]) => list.length > 0)
