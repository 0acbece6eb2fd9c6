/** Checks on people: what was written, and the rule of src/domain/readiness/checks.ts as SQL. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import {
  ASKED_TOO_LONG,
  CHECK_ACTS,
  CHECK_LINES,
  CHECK_RULES,
  type CheckEntry,
  type CheckRule,
} from '#domain/readiness/checks.ts'
import { database, guard, meaning, once, rows, type Query, type Reading } from './client.ts'
import { checkEntries, checkRules } from './schema.ts'

/** Times and days are handed over beside the text, which stays the same from one request to the next (engine/keep-statements.ts). */
const sameLine = (one: string, other: string): SQL => {
  const [a, b] = [sql.raw(one), sql.raw(other)]
  return sql`${a}.programme = ${b}.programme AND ${a}.check_slug = ${b}.check_slug AND ${a}.line = ${b}.line`
}
const SETTLES = sql.raw("IN ('accepted', 'waived', 'ended')")

/** That nothing newer was written about the same line. @param only of these acts */
const isNewest = (alias: string, now: number, only = sql``): SQL => {
  const e = sql.raw(alias)
  return sql`NOT EXISTS (SELECT 1 FROM check_entries z WHERE z.person = ${e}.person AND ${sameLine('z', alias)}
    AND z.at <= ${now} ${only} AND (z.at, z.id) > (${e}.at, ${e}.id))`
}
/** Of `check_rules` under an alias: that it is what the programme says now. */
const isRule = (alias: string, now: number): SQL => {
  const q = sql.raw(alias)
  return sql`${q}.at <= ${now} AND NOT EXISTS (SELECT 1 FROM check_rules y WHERE ${sameLine('y', alias)}
    AND y.at <= ${now} AND (y.at, y.id) > (${q}.at, ${q}.id))`
}
const isKept = (alias: string, now: number): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM check_rules d WHERE ${sameLine('d', alias)} AND d.rule = 'dropped' AND ${isRule('d', now)})`

/** What says whether the line of a rule `q` counts for the person of `alias`. */
const settled = (alias: string, now: number, column: SQL): SQL =>
  sql`(SELECT ${column} FROM check_entries e WHERE e.person = ${sql.raw(alias)}.person AND ${sameLine('e', 'q')}
    AND e.at <= ${now} AND e.act ${SETTLES} ORDER BY e.at DESC, e.id DESC LIMIT 1)`
const lacks = (alias: string, { now, today }: Moment): SQL => {
  const counts = sql`e.act <> 'ended' AND (e.counts_until IS NULL OR e.counts_until > ${today})`
  return sql`q.programme = ${sql.raw(alias)}.programme AND q.rule = 'required' AND ${isRule('q', now)}
    AND NOT coalesce(${settled(alias, now, counts)}, 0)`
}

/** SQL: since when somebody lacks a check that the programme requires, or NULL. @param alias a row with `person` and `programme` */
export function holdSince(alias: string, moment: Moment): SQL {
  const { now } = moment
  const end = sql`CASE WHEN e.act = 'ended' THEN e.at ELSE unixepoch(e.counts_until) * 1000 END`
  return sql`(SELECT min(max(coalesce(q.since, 0), coalesce(${settled(alias, now, end)}, 0))) FROM check_rules q
      WHERE ${lacks(alias, moment)} AND coalesce(q.since, 0) <= ${now})`
}

/** SQL: since when somebody must do something about a check, or NULL. @param alias a row of `standings` */
export function dueSince(alias: string, moment: Moment): SQL {
  const { now, today } = moment
  const a = sql.raw(alias)
  const theirs = sql`e.person = ${a}.person AND e.programme = ${a}.programme AND e.at <= ${now}`
  return sql`(SELECT min(at) FROM (
    SELECT e.at FROM check_entries e WHERE ${theirs} AND ${isNewest('e', now)} AND ${isKept('e', now)}
      AND (e.act = 'received' OR (e.act = 'asked' AND e.at + ${ASKED_TOO_LONG} <= ${now}))
    UNION ALL SELECT unixepoch(min(coalesce(e.recheck_on, e.counts_until), coalesce(e.counts_until, e.recheck_on))) * 1000
      FROM check_entries e WHERE ${theirs} AND e.act IN ('accepted', 'waived') AND ${isKept('e', now)}
      AND ${isNewest('e', now, sql`AND z.act ${SETTLES}`)} AND (e.recheck_on <= ${today} OR e.counts_until <= ${today})
    UNION ALL SELECT q.at FROM check_rules q WHERE ${a}.in_force IS NOT NULL AND ${lacks(alias, moment)}
  ))`
}

/** An entry with who looked, and what stood on the paper. */
export interface SeenCheckEntry extends CheckEntry {
  readonly onDay: string
  /** '' for none. */
  readonly number: string
  /** Of a waiver or an end: why; '' otherwise. */
  readonly why: string
  readonly byName: string
}

export interface SeenChecks {
  readonly rules: readonly CheckRule[]
  readonly entries: readonly SeenCheckEntry[]
}

/** The programme that somebody learns in; of who left everywhere all that they were in. */
const theirProgramme = (column: string, person: string): SQL =>
  sql`EXISTS (SELECT 1 FROM roles t WHERE t.person = ${person} AND t.role = 'trainee' AND t.programme = ${sql.raw(column)}
    AND (t.archived_at IS NULL OR NOT EXISTS
      (SELECT 1 FROM roles a WHERE a.person = t.person AND a.role = 'trainee' AND a.archived_at IS NULL)))`

/** What their programme asks, and what was written about theirs, newest first. */
export const checksQuery = once((person: string): Reading<SeenChecks> =>
  meaning(
    rows(
      sql`SELECT 'rule' AS kind, q.id, q.check_slug, q.line, q.rule, 'asked' AS act, q.since, q.at, '' AS on_day, '' AS number,
        NULL AS recheck_on, NULL AS counts_until, '' AS why, '' AS by_name
      FROM check_rules q WHERE ${theirProgramme('q.programme', person)}
      UNION ALL SELECT 'entry', e.id, e.check_slug, e.line, 'optional', e.act, NULL, e.at, e.on_day, e.number, e.recheck_on,
        e.counts_until, e.why, b.name
      FROM check_entries e JOIN people b ON b.id = e.by
      WHERE e.person = ${person} AND ${theirProgramme('e.programme', person)} ORDER BY at DESC, id DESC`,
      ROW,
    ),
    (found) => ({ rules: found.flatMap(toRule), entries: found.flatMap(toEntry) }),
  ),
)

const ROW = {
  kind: z.enum(['rule', 'entry']),
  id: z.string(),
  check_slug: z.string(),
  line: z.enum(CHECK_LINES),
  rule: z.enum(CHECK_RULES),
  act: z.enum(CHECK_ACTS),
  since: z.number().nullable(),
  at: z.number(),
  on_day: z.string(),
  number: z.string(),
  recheck_on: z.string().nullable(),
  counts_until: z.string().nullable(),
  why: z.string(),
  by_name: z.string(),
}
type Row = z.infer<z.ZodObject<typeof ROW>>

const toRule = ({ kind, id, check_slug: check, line, rule, since, at }: Row): CheckRule[] =>
  kind === 'rule' ? [{ id, check, line, rule, since, at }] : []
const toEntry = (row: Row): SeenCheckEntry[] => {
  const { kind, id, check_slug: check, line, act, at, number, why } = row
  const days = { onDay: row.on_day, recheckOn: row.recheck_on, countsUntil: row.counts_until }
  return kind === 'entry'
    ? [{ id, check, line, act, at, number, why, ...days, byName: row.by_name }]
    : []
}

/** What a programme asks, every row that ever said so. */
export const checkRulesQuery = (programme: string): Reading<CheckRule[]> =>
  meaning(
    rows(
      sql`SELECT id, check_slug, line, rule, since, at FROM check_rules WHERE programme = ${programme} ORDER BY at, id`,
      {
        id: z.string(),
        check_slug: z.string(),
        line: z.enum(CHECK_LINES),
        rule: z.enum(CHECK_RULES),
        since: z.number().nullable(),
        at: z.number(),
      },
    ),
    (found) => found.map(({ check_slug: check, ...rest }) => ({ check, ...rest })),
  )

export const insertCheckEntry = (row: typeof checkEntries.$inferInsert): Query =>
  database().insert(checkEntries).values(row)
export const insertCheckRule = (row: typeof checkRules.$inferInsert): Query =>
  database().insert(checkRules).values(row)

/** For a batch: it fails where somebody else wrote about the line since. @param newest id of what was seen last, or '' */
export const guardNewestEntry = (
  {
    person,
    programme,
    check,
    line,
  }: { person: string; programme: string; check: string; line: string },
  newest: string,
): Query =>
  guard(
    `coalesce((SELECT id FROM check_entries WHERE person = ? AND programme = ? AND check_slug = ? AND line = ?
      ORDER BY at DESC, id DESC LIMIT 1), '') = ?`,
    [person, programme, check, line, newest],
  )

/** For a batch: it fails where somebody else changed what the programme requires since. @param newest id of the last rule seen, or '' */
export const guardNewestRule = (programme: string, newest: string): Query =>
  guard(
    `coalesce((SELECT id FROM check_rules WHERE programme = ? ORDER BY at DESC, id DESC LIMIT 1), '') = ?`,
    [programme, newest],
  )
