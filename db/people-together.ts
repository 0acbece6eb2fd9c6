/** Changes of many people's place in a programme: as many statements for one as for thousands, each with its row in the audit. */
import type { Query } from './client.ts'

interface Change {
  readonly programme: string
  readonly by: string
  readonly now: number
  /** By person, the id of the row in the audit. */
  readonly people: readonly { readonly person: string; readonly auditId: string }[]
}

/** Only trainees who are here: what somebody else changed meanwhile is no reason to fail, and is left as it is. */
const HERE = `role = 'trainee' AND programme = ? AND archived_at IS NULL`
const CHOSEN = `SELECT value ->> 'person' FROM json_each(?)`

const audits = (
  act: string,
  { programme, by, now, people }: Change,
  also: { readonly sql: string; readonly args: readonly (string | null)[] } = { sql: '', args: [] },
): Query => ({
  sql: `INSERT INTO audit (id, at, actor, act, subject, programme)
    SELECT j.value ->> 'auditId', ?, ?, ?, r.person, r.programme FROM json_each(?) j
    JOIN roles r ON r.person = j.value ->> 'person' WHERE r.${HERE} ${also.sql}`,
  args: [now, by, act, JSON.stringify(people), programme, ...also.args],
})

/** The audit comes first: it reads who changes. @param cohort id, or null for none */
export const putInCohort = (change: Change, cohort: string | null): readonly Query[] => [
  audits('cohort-assigned', change, { sql: 'AND r.cohort IS NOT ?', args: [cohort] }),
  {
    sql: `UPDATE roles SET cohort = ? WHERE ${HERE} AND cohort IS NOT ? AND person IN (${CHOSEN})`,
    args: [cohort, change.programme, cohort, JSON.stringify(change.people)],
  },
]

export const archiveMany = (change: Change, reason: string): readonly Query[] => [
  audits('trainee-archived', change),
  {
    sql: `UPDATE roles SET archived_at = ?, archived_reason = ? WHERE ${HERE} AND person IN (${CHOSEN})`,
    args: [change.now, reason, change.programme, JSON.stringify(change.people)],
  },
]
