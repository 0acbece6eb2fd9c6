/** Whether a restored copy has what its backup has, table by table. */

export interface Changes {
  /** Migrations that were applied to the copy. */
  readonly migrations: number
  /** People of the erasure log, who were erased in the copy. */
  readonly erased: number
}

export interface CountLine {
  readonly table: string
  /** Rows in the backup; null for a table that it did not have. */
  readonly backup: number | null
  readonly restored: number
  /** `lost` is a problem; the others have their reason. */
  readonly is: 'same' | 'ended' | 'migrated' | 'erased' | 'noted' | 'lost'
}

type Counts = Readonly<Record<string, number>>

/** An erased person stays as a row without a name, and so does what was decided. */
const NEVER_FEWER = ['people', 'sign_offs']
/** What opening a database writes in it: the proof that it takes writes, its version, and the mark of its clock. */
const NOTED = ['alongside_proof', 'alongside_version', 'audit']

export const compareCounts = (
  backup: Counts,
  restored: Counts,
  changes: Changes,
): readonly CountLine[] =>
  [...new Set([...Object.keys(backup), ...Object.keys(restored)])].sort().map((table) => {
    const before = backup[table] ?? null
    const after = restored[table] ?? 0
    return { table, backup: before, restored: after, is: whyOf(table, before, after, changes) }
  })

function whyOf(
  table: string,
  before: number | null,
  after: number,
  { migrations, erased }: Changes,
): CountLine['is'] {
  if (before === after) return 'same'
  if (table === 'sessions') return 'ended'
  if (after > (before ?? 0) && NOTED.includes(table)) return 'noted'
  if (before === null || table === '__drizzle_migrations')
    return migrations > 0 ? 'migrated' : 'lost'
  if (after < before && NEVER_FEWER.includes(table)) return 'lost'
  if (erased > 0) return 'erased'
  return migrations > 0 ? 'migrated' : 'lost'
}
