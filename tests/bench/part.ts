/** What a part of the bench hands back. */
import type { Table } from './figures.ts'

export interface Measured {
  readonly tables: readonly Table[]
  /** What test-results/bench.json holds of it: every figure of the tables, and more. */
  readonly json: unknown
}

/** One alone, and as many as a small site has in its busiest minute. */
export const PAGE_CLIENTS = [1, 8] as const
