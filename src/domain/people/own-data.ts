/** What somebody may ask about what is kept of them, and how it is shown to them. */

/**
 * `notes`: to see what staff wrote among themselves, which a coordinator looks at first. `correction`: that something is put
 * right. `erasure`: that everything goes, which is an administrator's.
 */
export const DATA_KINDS = ['notes', 'correction', 'erasure'] as const
export type DataKind = (typeof DATA_KINDS)[number]

/** `taken-back`: by whoever asked. */
export const DATA_ANSWERS = ['done', 'not-done', 'taken-back'] as const
export type DataAnswer = (typeof DATA_ANSWERS)[number]

/** What a column of a table holds, for whoever reads it. */
export const CELL_KINDS = [
  'text',
  'word',
  'number',
  'yes',
  'time',
  'day',
  'person',
  'programme',
  'item',
  'competency',
  'act',
  'device',
  'json',
] as const
export type CellKind = (typeof CELL_KINDS)[number]

export interface OwnColumn {
  readonly name: string
  readonly kind: CellKind
}

export type OwnCell = string | number | null

/** Some rows of one kind of thing that is kept of somebody, newest first. */
export interface OwnRows {
  /** As db/own-data-table.ts calls it. */
  readonly what: string
  readonly columns: readonly OwnColumn[]
  readonly rows: readonly (readonly OwnCell[])[]
  /** From 1. */
  readonly part: number
  readonly hasMore: boolean
}
