/**
 * Finding somebody: by a full-text index (`find_words`, written by triggers of migration 0012), never by reading everybody.
 * docs/decisions/find.md says why this one.
 */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import type { FindTerm } from '#domain/people/find.ts'
import { STANDINGS, type Standing } from '#domain/readiness/standing.ts'
import { ROLES } from '#domain/people/person.ts'
import { flag, json, meaning, rows, type Reading } from './client.ts'
import { byName } from './names.ts'
import { standings } from './standings.ts'

/** What somebody may find. */
export interface FindScope {
  /** Programmes of which everybody, who applied, and who is invited, is found by all that is kept of them. */
  readonly decides: readonly string[]
  /** Programmes whose trainees are found by name alone. */
  readonly observes: readonly string[]
  /** Accounts of every programme, by name and by how they are reached. */
  readonly everywhere: boolean
}

export const MOST_FOUND = 50
/** So many are looked at of whole words, and so many of beginnings: who types more words finds fewer. */
const MOST_READ = 200

const FOUND = {
  kind: z.enum(['person', 'application', 'invitation']),
  id: z.string(),
  programme: z.string(),
  name: z.string(),
  /** Of a person there, ended ones too. */
  roles: json(z.array(z.enum(ROLES))),
  cohort: z.string().nullable(),
  /** As it was agreed at the last sign-off; '' for none. */
  place: z.string(),
  /** Of an application what was typed as contact; of an invitation where it was mailed. */
  email: z.string(),
  phone: z.string(),
  /** When they joined, applied or were invited. */
  since: z.number(),
  /** Null for who is there. */
  leftAt: z.number().nullable(),
  closed: flag,
}
export type FoundRow = Readonly<z.infer<z.ZodObject<typeof FOUND>>>

/** One more than MOST_FOUND says that there are others. */
export const foundQuery = (
  scope: FindScope,
  terms: readonly FindTerm[],
  language: Language,
): Reading<FoundRow[]> => rows(foundSql(scope, terms, language), FOUND)

/**
 * Whole words before beginnings of words, then by name. However many share a word, MOST_READ of each are looked at, and what
 * is said about somebody is read of those alone that are shown.
 */
export function foundSql(scope: FindScope, terms: readonly FindTerm[], language: Language): SQL {
  const hits = (isWhole: boolean): SQL =>
    sql`SELECT * FROM (SELECT rowid AS id, ${isWhole ? 0 : 1} AS rough FROM find_words
      WHERE find_words MATCH ${matching(scope, terms, isWhole)} LIMIT ${MOST_READ})`
  // By the person: with an index of programmes everybody there would be read, for each one who is shown.
  const is = sql.raw('t.person = f.subject AND +t.programme = f.programme')
  const ended = sql`EXISTS (SELECT 1 FROM roles t WHERE ${is} AND t.archived_at IS NULL)`
  return sql`SELECT f.kind, f.subject AS id, f.programme, f.name,
      (SELECT json_group_array(t.role) FROM roles t WHERE ${is}) AS roles,
      (SELECT c.name FROM roles t JOIN cohorts c ON c.id = t.cohort WHERE ${is} AND t.role = 'trainee') AS cohort,
      coalesce((SELECT s.place FROM sign_offs s WHERE s.person = f.subject AND s.programme = f.programme AND s.place <> ''
        ORDER BY s.decided_at DESC, s.id DESC LIMIT 1), '') AS place,
      f.email, f.phone, coalesce((SELECT min(t.created_at) FROM roles t WHERE ${is}), f.since) AS since,
      CASE WHEN ${ended} THEN NULL ELSE (SELECT max(t.archived_at) FROM roles t WHERE ${is}) END AS leftAt, f.closed
    FROM (SELECT r.kind, r.subject, r.programme, coalesce(p.name, a.name, l.name) AS name,
        coalesce(p.email, a.contact, l.email) AS email, coalesce(p.phone, '') AS phone,
        coalesce(a.sent_at, l.created_at, 0) AS since, p.disabled_at IS NOT NULL AS closed,
        row_number() OVER (ORDER BY h.rough, ${byName('coalesce(p.folded, a.folded, l.folded)', language)}, r.subject, r.programme) AS spot
      FROM (SELECT id, min(rough) AS rough FROM (${hits(true)} UNION ALL ${hits(false)}) GROUP BY id) h
      CROSS JOIN find_rows r ON r.id = h.id
      LEFT JOIN people p ON p.id = r.subject AND r.kind = 'person'
      LEFT JOIN applications a ON a.id = r.subject AND r.kind = 'application'
      LEFT JOIN links l ON l.id = r.subject AND r.kind = 'invitation'
      ORDER BY spot LIMIT ${MOST_FOUND + 1}) f ORDER BY f.spot`
}

/** In the words of FTS5. What was typed is folded: letters, numbers and `_`, so nothing of it is a word of the index. */
const eachOf = (terms: readonly FindTerm[], isWhole: boolean): string => {
  const one = (text: string): string => `"${text}"${isWhole || text.length < 2 ? '' : ' *'}`
  return terms.map((term) => `(${term.map(one).join(' OR ')})`).join(' AND ')
}
const places = (programmes: readonly string[]): string =>
  `(${programmes.map((slug) => `"p${Buffer.from(slug).toString('hex')}"`).join(' OR ')})`

/** Who has or had a role there and has all of these words in their name and in how they are reached; of none, anybody. */
export const matchingPeople = (programme: string, terms: readonly FindTerm[]): string =>
  [
    `scope : ("person" AND ${places([programme])})`,
    ...(terms.length ? [`{name contact} : (${eachOf(terms, true)})`] : []),
  ].join(' AND ')

function matching(scope: FindScope, terms: readonly FindTerm[], isWhole: boolean): string {
  const each = eachOf(terms, isWhole)
  const parts = [
    ...(scope.decides.length
      ? [`(scope : ${places(scope.decides)} AND {name contact place reference} : (${each}))`]
      : []),
    ...(scope.observes.length
      ? [`(scope : ("person" AND ${places(scope.observes)}) AND name : (${each}))`]
      : []),
    ...(scope.everywhere ? [`(scope : "person" AND {name contact} : (${each}))`] : []),
  ]
  return parts.join(' OR ')
}

/** Where these trainees of one programme stand. @param moment by its clock */
export const standingsOfQuery = (
  programme: string,
  people: readonly string[],
  moment: Moment,
): Reading<ReadonlyMap<string, Standing>> =>
  meaning(
    rows(
      standings(
        sql`+t.programme = ${programme} AND t.person IN (SELECT value FROM json_each(${JSON.stringify(people)}))`,
        moment,
      ),
      { person: z.string(), standing: z.enum(STANDINGS) },
    ),
    (found) => new Map(found.map(({ person, standing }) => [person, standing])),
  )

/** Ids of decisions of these programmes whose reference or certificate this is: the last eight signs of the id, or its code. */
export const decisionsNamedQuery = (
  programmes: readonly string[],
  people: readonly string[],
  typed: readonly string[],
): Reading<{ id: string; person: string }[]> =>
  rows(
    sql`SELECT s.id, s.person FROM sign_offs s WHERE s.person IN (SELECT value FROM json_each(${JSON.stringify(people)}))
      AND s.programme IN (SELECT value FROM json_each(${JSON.stringify(programmes)}))
      AND (substr(s.id, -8) IN (SELECT value FROM json_each(${JSON.stringify(typed)}))
        OR lower(s.certificate_code) IN (SELECT value FROM json_each(${JSON.stringify(typed)})))
      ORDER BY s.decided_at DESC LIMIT ${MOST_FOUND}`,
    { id: z.string(), person: z.string() },
  )
