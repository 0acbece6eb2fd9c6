/** Who looked at what about a person: written once per reader, subject and hour. */
import { auditsQuery, insertAuditOnce, type AuditRow } from '#db/audit.ts'
import { read, write } from '#db/client.ts'
import { eventOf } from '#server/trail/audited.ts'
import { hashOfSecret } from './secret.ts'

export type Seen =
  | 'record'
  | 'application'
  | 'request'
  | 'internal-notes'
  | 'export'
  | 'person'
  | 'register'
  | 'register-export'
  | 'register-api'
  | 'report-export'
  | 'people-export'
  | 'audit'
  | 'security'
  | 'security-export'

const HOUR = 3_600_000

/** @param subject the person's or the application's id; '' for a whole list */
export async function noteSeen(
  reader: string,
  what: Seen,
  subject: string,
  programme: string,
  now: number,
): Promise<void> {
  const look = lookOf(reader, what, subject, programme, now)
  await noteLook(look, await read(auditsQuery([look.id])))
}

/** What is written of one look, the same for a whole hour: for pages that ask with other things whether it is there. */
export function lookOf(
  reader: string,
  what: Seen,
  subject: string,
  programme: string,
  now: number,
): AuditRow {
  const act = `seen:${what}`
  const hour = Math.floor(now / HOUR)
  const hash = hashOfSecret([reader, act, subject, programme, hour].join('\n')).slice(0, 32)
  return { id: `seen-${hash}`, at: now, actor: reader, act, subject, programme }
}

/** @param known ids that `auditsQuery` found */
export async function noteLook(look: AuditRow, known: readonly string[]): Promise<void> {
  if (known.includes(look.id)) return
  const event = eventOf(look)
  await write([insertAuditOnce(look), ...(event ? [event] : [])])
}
