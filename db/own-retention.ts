/** From when on the time of the oldest row of each kind counts, for one person: the same columns that db/retention.ts compares. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { OWN_KEPT, type OwnKept } from '#domain/retention/own-kept.ts'
import { meaning, rows, type Reading } from './client.ts'
import { ADDRESSES, APPLICATIONS } from './erasure-table.ts'

/** The rules that concern one person. */
export type OwnRule = Exclude<(typeof OWN_KEPT)[OwnKept]['rule'], null>

/** They are here in some programme: what counts from their leaving does not count yet. */
const IS_HERE = 'EXISTS (SELECT 1 FROM roles r WHERE r.person = ?1 AND r.archived_at IS NULL)'
const LEFT = '(SELECT max(r.archived_at) FROM roles r WHERE r.person = ?1)'
const whenLeft = (...tables: readonly string[]): string =>
  `CASE WHEN NOT (${tables.map((one) => `EXISTS (SELECT 1 FROM ${one})`).join(' OR ')}) THEN NULL WHEN ${IS_HERE} THEN 'when-left' ELSE ${LEFT} END`
const ENDED =
  'JOIN pairings y ON y.id = f.pairing AND y.mentor = ?1 JOIN pairing_ends e ON e.pairing = y.id'

/** In each, ?1 is the person; null where there is nothing of theirs. */
const OLDEST: Readonly<Record<OwnRule, string>> = {
  sessions: 'SELECT min(ends_at) FROM sessions WHERE person = ?1',
  links:
    'SELECT min(coalesce(used_at, withdrawn_at, expires_at)) FROM links WHERE person = ?1 OR used_by = ?1',
  outbox: `SELECT min(coalesce(sent_at, created_at)) FROM outbox WHERE lower(recipient) IN (${ADDRESSES})`,
  notices: 'SELECT min(at) FROM notices WHERE person = ?1',
  applications: `SELECT max(at) FROM first_talks WHERE application IN (${APPLICATIONS})`,
  signOffDrafts: 'SELECT min(changed_at) FROM sign_off_drafts WHERE person = ?1',
  packageLaunches: 'SELECT min(expires_at) FROM package_launches WHERE person = ?1',
  groupSignUps: `SELECT min(g.starts_at) FROM group_sessions g WHERE g.id IN (SELECT group_session FROM group_sign_ups WHERE person = ?1
    UNION ALL SELECT group_session FROM group_absences WHERE person = ?1)`,
  profiles: `SELECT ${whenLeft('profile_fields WHERE person = ?1')}`,
  notes: `SELECT ${whenLeft(
    "notes WHERE person = ?1 AND kind <> 'shared'",
    ...['follow_ups', 'incidents', 'stops', 'check_entries', 'own_coordinators', 'task_holds'].map(
      (table) => `${table} WHERE person = ?1`,
    ),
  )}`,
  pairings: `SELECT min(at) FROM (SELECT e.at FROM check_ins f ${ENDED} UNION ALL SELECT e.at FROM ending_forms f ${ENDED})`,
  security: 'SELECT min(at) FROM security_events WHERE person = ?1',
  seen: "SELECT min(at) FROM audit WHERE subject = ?1 AND act LIKE 'seen:%'",
  dataRequests:
    'SELECT min(a.at) FROM data_answers a JOIN data_requests q ON q.id = a.request WHERE q.person = ?1',
}

export const OWN_RULES = Object.keys(OLDEST) as OwnRule[]
/** Milliseconds since 1970. */
export type Oldest = number | 'when-left' | 'nothing'

const SINCE = z.union([z.number(), z.literal('when-left'), z.null()])

export const oldestOfQuery = (person: string): Reading<Readonly<Record<OwnRule, Oldest>>> =>
  meaning(
    rows(
      sql`SELECT ${sql.join(
        Object.entries(OLDEST).map(([name, text]) => {
          const parts = text
            .split('?1')
            .flatMap((part, at) => (at ? [sql`${person}`, sql.raw(part)] : [sql.raw(part)]))
          return sql`(${sql.join(parts)}) AS ${sql.raw(name)}`
        }),
        sql`, `,
      )}`,
      Object.fromEntries(OWN_RULES.map((name) => [name, SINCE])),
    ),
    ([row]) =>
      Object.fromEntries(
        OWN_RULES.map((name) => [name, row?.[name] ?? ('nothing' as const)]),
      ) as Record<OwnRule, Oldest>,
  )
