/** A group session as calendars take it: for the staff of its programme, and for whom it is. */
import { countAudit } from '#db/audit.ts'
import { concernsTrainee, findGroupSession, type GroupSessionRow } from '#db/group-sessions.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Person } from '#domain/people/person.ts'
import { SESSION_CHANGES } from '#server/people/group-sessions.ts'

export interface SessionDate extends GroupSessionRow {
  /** How often it was changed. */
  readonly changes: number
}

/** Null for a session of another programme or cohort as for one that is not there. */
export async function showSessionDate(by: Person, id: string): Promise<SessionDate | null> {
  const programmes = by.roles.map(({ programme }) => programme).filter(Boolean)
  const session = isUuid(id) ? await findGroupSession(id, programmes) : null
  if (!session) return null
  const isStaff = by.roles.some(
    ({ role, programme }) => role !== 'trainee' && programme === session.programme,
  )
  if (!isStaff && !(await concernsTrainee(by.id, session))) return null
  return { ...session, changes: await countAudit(session.id, SESSION_CHANGES) }
}
