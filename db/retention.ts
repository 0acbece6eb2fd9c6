/** What is deleted when its time is over; one batch, counted. */
import type { Kept } from '#domain/retention/retention.ts'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { read, rows, write } from './client.ts'

/** Whom a row is about has left its programme, and never came back to it. */
const leftBefore = (table: string): string => {
  const role = `SELECT 1 FROM roles WHERE roles.person = ${table}.person AND roles.programme = ${table}.programme`
  return `EXISTS (${role}) AND NOT EXISTS (${role} AND (roles.archived_at IS NULL OR roles.archived_at >= ?1))`
}

const LEFT_BEHIND =
  'SELECT application FROM application_joins WHERE "into" NOT IN (SELECT id FROM applications)'

const REQUEST_ENDED = 'request IN (SELECT request FROM request_ends WHERE at < ?1)'
const PAIRING_ENDED = 'pairing IN (SELECT pairing FROM pairing_ends WHERE at < ?1)'

/** Of no one programme: it goes when the last one was left. */
const ROLE_OF_PROFILE = 'SELECT 1 FROM roles WHERE roles.person = profile_fields.person'
const ROLE_OF_AREAS = 'SELECT 1 FROM roles WHERE roles.person = person_areas.person'

/** One statement a kind, the cutoff as its only value; the order respects what refers to what. */
const DELETES: readonly (readonly [Kept, string])[] = [
  ['sessions', 'DELETE FROM sessions WHERE ends_at < ?1'],
  ['attempts', 'DELETE FROM attempts WHERE window_ends_at < ?1'],
  // An application says whether somebody was invited and joined for as long as it is kept.
  [
    'links',
    `DELETE FROM links WHERE coalesce(used_at, withdrawn_at, expires_at) < ?1
       AND (application IS NULL OR withdrawn_at IS NOT NULL OR application NOT IN (SELECT id FROM applications))`,
  ],
  // A mail that was given up still holds its link: its last try is the only date that it has.
  ['outbox', 'DELETE FROM outbox WHERE coalesce(sent_at, created_at) < ?1'],
  ['notices', 'DELETE FROM notices WHERE at < ?1'],
  [
    'applications',
    `DELETE FROM first_talks WHERE application IN (
       SELECT application FROM first_talks GROUP BY application HAVING max(at) < ?1)`,
  ],
  [
    'applications',
    // Closed: its talks went in the statement before, and it is older than they were.
    `DELETE FROM applications WHERE sent_at < ?1 AND id NOT IN (SELECT application FROM first_talks)
       AND EXISTS (SELECT 1 FROM audit WHERE audit.subject = applications.id AND audit.act LIKE 'first-talk:%')`,
  ],
  [
    'unansweredApplications',
    'DELETE FROM applications WHERE sent_at < ?1 AND id NOT IN (SELECT application FROM first_talks)',
  ],
  // What stood under another one goes with it; that they were joined goes with either (a cascade).
  ['applications', `DELETE FROM first_talks WHERE ?1 > 0 AND application IN (${LEFT_BEHIND})`],
  ['applications', `DELETE FROM applications WHERE ?1 > 0 AND id IN (${LEFT_BEHIND})`],
  ['signOffDrafts', 'DELETE FROM sign_off_drafts WHERE changed_at < ?1'],
  // Their seconds are counted in package_results already (putResult in packages.ts).
  ['packageLaunches', 'DELETE FROM package_launches WHERE expires_at < ?1'],
  // Over as soon as nobody can be writing any more; what was done about a worry goes with the notes.
  ['openForms', 'DELETE FROM open_forms WHERE opened_at < ?1'],
  ['notes', `DELETE FROM follow_ups WHERE ${leftBefore('follow_ups')}`],
  [
    'notes',
    `DELETE FROM incident_steps WHERE incident IN (SELECT id FROM incidents WHERE ${leftBefore('incidents')})`,
  ],
  ['notes', `DELETE FROM incidents WHERE ${leftBefore('incidents')}`],
  [
    'notes',
    `DELETE FROM stop_ends WHERE stop IN (SELECT id FROM stops WHERE ${leftBefore('stops')})`,
  ],
  ['notes', `DELETE FROM stops WHERE ${leftBefore('stops')}`],
  ['notes', `DELETE FROM check_entries WHERE ${leftBefore('check_entries')}`],
  ['notes', `DELETE FROM danger_calls WHERE ${leftBefore('danger_calls')}`],
  ['notes', `DELETE FROM task_holds WHERE ${leftBefore('task_holds')}`],
  ['notes', `DELETE FROM own_coordinators WHERE ${leftBefore('own_coordinators')}`],
  ['notes', `DELETE FROM notes WHERE kind IN ('internal', 'concern') AND ${leftBefore('notes')}`],
  ['importFiles', 'DELETE FROM import_files WHERE uploaded_at < ?1'],
  [
    'profiles',
    `DELETE FROM profile_fields WHERE EXISTS (${ROLE_OF_PROFILE}) AND NOT EXISTS (
       ${ROLE_OF_PROFILE} AND (roles.archived_at IS NULL OR roles.archived_at >= ?1))`,
  ],
  [
    'profiles',
    `DELETE FROM person_areas WHERE EXISTS (${ROLE_OF_AREAS}) AND NOT EXISTS (
       ${ROLE_OF_AREAS} AND (roles.archived_at IS NULL OR roles.archived_at >= ?1))`,
  ],
  [
    'groupSignUps',
    'DELETE FROM group_sign_ups WHERE group_session IN (SELECT id FROM group_sessions WHERE starts_at < ?1)',
  ],
  [
    'groupSignUps',
    'DELETE FROM group_absences WHERE group_session IN (SELECT id FROM group_sessions WHERE starts_at < ?1)',
  ],
  [
    'requestContacts',
    'DELETE FROM request_contacts WHERE request IN (SELECT request FROM request_ends WHERE at < ?1)',
  ],
  [
    'unmatchedContacts',
    // In a pairing that is open, or was until lately, they are needed.
    `DELETE FROM request_contacts WHERE at < ?1 AND NOT EXISTS (
       SELECT 1 FROM pairings p LEFT JOIN pairing_ends e ON e.pairing = p.id
       WHERE p.request = request_contacts.request AND (e.pairing IS NULL OR e.at >= ?1))`,
  ],
  ['requests', `DELETE FROM request_notes WHERE ${REQUEST_ENDED}`],
  [
    'requests',
    'DELETE FROM task_holds WHERE person IN (SELECT request FROM request_ends WHERE at < ?1)',
  ],
  ['requests', `DELETE FROM request_versions WHERE ${REQUEST_ENDED}`],
  ['pairings', `DELETE FROM check_ins WHERE ${PAIRING_ENDED}`],
  ['pairings', `DELETE FROM ending_forms WHERE ${PAIRING_ENDED}`],
  // Its answer and its reviews go with it (a cascade).
  [
    'dataRequests',
    'DELETE FROM data_requests WHERE id IN (SELECT request FROM data_answers WHERE at < ?1)',
  ],
  ['security', 'DELETE FROM security_events WHERE at < ?1'],
  ['seen', `DELETE FROM audit WHERE act LIKE 'seen:%' AND at < ?1`],
]

/** How many rows would go at least; those that go only once others went are not counted. */
export async function countBefore(cutoffs: Readonly<Record<Kept, number>>): Promise<number> {
  const counts = await Promise.all(
    DELETES.map(([kind, statement]) =>
      read(
        rows(
          sql.raw(
            statement
              .replace(/^DELETE FROM/, 'SELECT count(*) AS n FROM')
              .replaceAll('?1', String(cutoffs[kind])),
          ),
          { n: z.number() },
        ),
      ),
    ),
  )
  return counts.flat().reduce((sum, { n }) => sum + n, 0)
}

/** @param cutoffs milliseconds since 1970 @returns how many rows of each kind went */
export async function deleteBefore(
  cutoffs: Readonly<Record<Kept, number>>,
): Promise<Partial<Record<Kept, number>>> {
  const results = await write(
    DELETES.map(([kind, statement]) => ({ sql: statement, args: [cutoffs[kind]] })),
  )
  const gone: Partial<Record<Kept, number>> = {}
  for (const [index, [kind]] of DELETES.entries())
    gone[kind] = (gone[kind] ?? 0) + (results[index]?.rowsAffected ?? 0)
  return gone
}
