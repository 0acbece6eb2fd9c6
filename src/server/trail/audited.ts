import { insertAudit } from '#db/audit.ts'
import type { Query } from '#db/client.ts'
import { newId } from '#server/trail/new-id.ts'

/** The audit row of an act, for the same batch. @param subject id of what it is done to; never free text */
export const audited = (
  now: number,
  actor: string,
  act: string,
  subject: string,
  programme: string,
): Query => insertAudit({ id: newId(now), at: now, actor, act, subject, programme })
