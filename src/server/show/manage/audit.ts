import { AUDIT_PAGE, searchAudit, type AuditFilter, type SeenAudit } from '#db/audit.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'

export type { AuditFilter } from '#db/audit.ts'

export interface ShownAudit {
  /** Newest first. */
  readonly rows: readonly SeenAudit[]
  readonly total: number
  /** Rows on a page. */
  readonly size: number
}

/** That somebody looked is written down, too. Null for who is no administrator. */
export async function showAudit(
  by: Person,
  filter: AuditFilter,
  now: number,
): Promise<ShownAudit | null> {
  if (!mayAdminister(by)) return null
  await noteSeen(by.id, 'audit', '', '', now)
  return { ...(await searchAudit(filter)), size: AUDIT_PAGE }
}
