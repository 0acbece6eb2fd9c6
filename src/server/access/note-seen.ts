/** Who looked at what about a person: written once per reader, subject and hour. */
import { hasAudit, insertAuditOnce } from '#db/audit.ts'
import { write } from '#db/client.ts'
import { hashOfSecret } from './secret.ts'

export type Seen =
  | 'record'
  | 'application'
  | 'internal-notes'
  | 'export'
  | 'person'
  | 'register'
  | 'register-export'
  | 'register-api'
  | 'report-export'
  | 'audit'

const HOUR = 3_600_000

/** @param subject the person's or the application's id; '' for a whole list */
export async function noteSeen(
  reader: string,
  what: Seen,
  subject: string,
  programme: string,
  now: number,
): Promise<void> {
  const act = `seen:${what}`
  const id = `seen-${hashOfSecret([reader, act, subject, programme, Math.floor(now / HOUR)].join('\n')).slice(0, 32)}`
  if (await hasAudit(id)) return
  await write([insertAuditOnce({ id, at: now, actor: reader, act, subject, programme })])
}
