/** Urgent signs: one rule, and a list for each area. Written once (content/<language>/signs.yaml), drawn wherever an area is concerned. */

export interface SignList {
  readonly id: string
  readonly revision: number
  readonly title: string
  /** The emergency number is called for any one of these. */
  readonly now: readonly string[]
  /** What to do until help comes. */
  readonly meanwhile?: string
  /** In place of `Signs.today`: whom to call. */
  readonly call?: string
  readonly today: readonly string[]
}

export interface Signs {
  readonly rule: string
  readonly doubt: string
  readonly unreached: string
  readonly now: string
  readonly today: string
  readonly lists: readonly SignList[]
}
