import { insertAudit, type AuditRow } from '#db/audit.ts'
import type { Query } from '#db/client.ts'
import { insertSecurityEvent } from '#db/security.ts'
import { securityKindOf } from '#domain/people/security.ts'
import { newId } from '#server/trail/new-id.ts'
import { fromWhere } from './from-where.ts'

/** The audit row of an act, for the same batch. @param subject id of what it is done to; never free text */
export const audited = (
  now: number,
  actor: string,
  act: string,
  subject: string,
  programme: string,
): Query => auditedAs({ id: newId(now), at: now, actor, act, subject, programme })

/** With the row of the security log that an act of power leaves. */
export function auditedAs(row: AuditRow): Query {
  const event = eventOf(row)
  return event ? { query: insertAudit(row), beside: event } : insertAudit(row)
}

/** What the security log says of an act; null for most. */
export function eventOf({ at, actor, act }: Pick<AuditRow, 'at' | 'actor' | 'act'>): Query | null {
  const kind = securityKindOf(act)
  if (!kind) return null
  return insertSecurityEvent({
    ...{ id: newId(at), at, kind, way: '', person: actor || null },
    ...fromWhere(),
  })
}
