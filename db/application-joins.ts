/** Applications of one person, joined by hand: under which of them the others stand. */
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { MARK } from '#domain/people/names.ts'
import { database, guard, rows, type Query, type Reading } from './client.ts'
import { applicationJoins } from './schema.ts'

/** SQL: true for an application that stands under another one. @param id SQL of it */
export const IS_JOINED = (id: string): string =>
  `EXISTS (SELECT 1 FROM application_joins j WHERE j.application = ${id})`

export const guardNotJoined = (id: string): Query =>
  guard('NOT EXISTS (SELECT 1 FROM application_joins WHERE application = ?)', [id])

/** What stood under it stands under the other one, too. */
export const insertJoin = (row: typeof applicationJoins.$inferInsert): readonly Query[] => [
  database()
    .update(applicationJoins)
    .set({ into: row.into })
    .where(eq(applicationJoins.into, row.application)),
  database().insert(applicationJoins).values(row),
]

export const deleteJoin = (application: string): Query =>
  database().delete(applicationJoins).where(eq(applicationJoins.application, application))

export interface SeenJoin {
  readonly application: string
  readonly into: string
  readonly byName: string
  readonly at: number
}

/** In which this application takes part, on either side; oldest first. */
export const joinsQuery = (id: string): Reading<SeenJoin[]> =>
  rows(
    sql`SELECT j.application, j."into", b.name AS "byName", j.at FROM application_joins j JOIN people b ON b.id = j."by"
      WHERE j.application = ${id} OR j."into" = ${id} ORDER BY j.at, j.application`,
    { application: z.string(), into: z.string(), byName: z.string(), at: z.number() },
  )

/** Of the same programme and name, and not joined to another: whether they are of one person a rule and a coordinator say. */
export const sameNameQuery = (
  programme: string,
  folded: string,
): Reading<
  { id: string; name: string; contact: string; sentAt: number; talkedAt: number | null }[]
> =>
  rows(
    sql`SELECT a.id, a.name, a.contact, a.sent_at AS "sentAt",
        (SELECT max(t.at) FROM first_talks t WHERE t.application = a.id) AS "talkedAt"
      FROM applications a WHERE a.programme = ${programme} AND replace(a.folded, '~', '') = ${folded.replaceAll(MARK, '')} AND NOT ${sql.raw(IS_JOINED('a.id'))}
      ORDER BY a.sent_at LIMIT 20`,
    {
      id: z.string(),
      name: z.string(),
      contact: z.string(),
      sentAt: z.number(),
      talkedAt: z.number().nullable(),
    },
  )
