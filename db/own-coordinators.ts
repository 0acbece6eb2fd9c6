/** Who looks after somebody: their own coordinator in a programme. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, guard, meaning, rows, type Query, type Reading } from './client.ts'
import { ownCoordinators } from './schema.ts'

/** SQL: true while `who` coordinates `programme` with an account that is open. Both are SQL. */
export const COORDINATES = (who: string, programme: string): string =>
  `EXISTS (SELECT 1 FROM roles c JOIN people x ON x.id = c.person AND x.disabled_at IS NULL
    WHERE c.person = ${who} AND c.role = 'coordinator' AND c.programme = ${programme} AND c.archived_at IS NULL)`

/** SQL: the id of the own coordinator of `person`; '' where there is none, or they coordinate there no more. */
export const OWN = (person: string, programme: string): string =>
  `coalesce((SELECT CASE WHEN ${COORDINATES('o.coordinator', 'o.programme')} THEN o.coordinator ELSE '' END
    FROM own_coordinators o WHERE o.person = ${person} AND o.programme = ${programme} ORDER BY o.at DESC, o.id DESC LIMIT 1), '')`

export const insertOwnCoordinator = (row: typeof ownCoordinators.$inferInsert): Query =>
  database().insert(ownCoordinators).values(row)

/** For a batch: it fails when somebody else said it meanwhile. */
export const guardOwnCoordinators = (
  of: { readonly person: string; readonly programme: string },
  but: string,
  seen: number,
): Query =>
  guard(
    '(SELECT count(*) FROM own_coordinators WHERE person = ? AND programme = ? AND id <> ?) <= ?',
    [of.person, of.programme, but, seen],
  )

export interface Said {
  readonly at: number
  readonly by: string
  /** Name, or null for nobody. */
  readonly coordinator: string | null
}

/** What was said of it, newest first. */
export const saidQuery = (person: string, programme: string): Reading<Said[]> =>
  rows(
    sql`SELECT o.at, b.name AS "by", w.name AS coordinator FROM own_coordinators o JOIN people b ON b.id = o.by
      LEFT JOIN people w ON w.id = o.coordinator
      WHERE o.person = ${person} AND o.programme = ${programme} ORDER BY o.at DESC, o.id DESC LIMIT 50`,
    { at: z.number(), by: z.string(), coordinator: z.string().nullable() },
  )

export interface OwnCoordinator {
  readonly id: string
  readonly name: string
}

/** Who looks after them now, or null. */
export const ownCoordinatorQuery = (
  person: string,
  programme: string,
): Reading<OwnCoordinator | null> =>
  meaning(
    rows(
      sql`SELECT w.id, w.name FROM (SELECT ${person} AS person, ${programme} AS programme) me
        JOIN people w ON w.id = ${sql.raw(OWN('me.person', 'me.programme'))}`,
      { id: z.string(), name: z.string() },
    ),
    ([found]) => found ?? null,
  )
