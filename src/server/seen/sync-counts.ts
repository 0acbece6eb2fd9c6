/** What became of records that devices sent, since the start. On globalThis: door and Astro each have a copy of this module. */

const RESULTS = ['accepted', 'duplicate', 'differs', 'refused'] as const
export type SyncResult = (typeof RESULTS)[number]
type Counts = Record<SyncResult, number>

const shared = globalThis as unknown as Record<symbol, Counts | undefined>
const counts: Counts = (shared[Symbol.for('alongside.sync-counts')] ??= {
  accepted: 0,
  duplicate: 0,
  differs: 0,
  refused: 0,
})

export const syncCounts = (): Readonly<Counts> => counts

export function noteSync(results: readonly SyncResult[]): void {
  for (const result of results) counts[result]++
}
