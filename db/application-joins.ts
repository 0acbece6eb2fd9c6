/** Applications of one person, joined by hand: under which of them the others stand, or under whose account. */
import { eq, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { FindTerm } from '#domain/people/find.ts'
import { MARK } from '#domain/people/names.ts'
import { database, flag, guard, meaning, rows, type Query, type Reading } from './client.ts'
import { matchingPeople } from './find.ts'
import { applicationAccounts, applicationJoins } from './schema.ts'

/** SQL: true for an application that stands under another one, or under an account. @param id SQL of it */
export const IS_JOINED = (id: string): string =>
  `(EXISTS (SELECT 1 FROM application_joins j WHERE j.application = ${id})
    OR EXISTS (SELECT 1 FROM application_accounts j WHERE j.application = ${id}))`

export const guardNotJoined = (id: string): Query => guard(`NOT ${IS_JOINED('?1')}`, [id])

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

export const insertAccountJoin = (row: typeof applicationAccounts.$inferInsert): Query =>
  database().insert(applicationAccounts).values(row)

export const deleteAccountJoin = (application: string): Query =>
  database().delete(applicationAccounts).where(eq(applicationAccounts.application, application))

const ACCOUNT = {
  id: z.string(),
  name: z.string(),
  signInName: z.string(),
  email: z.string(),
  phone: z.string(),
  /** They learn or mentor in the programme, and can sign in. */
  isHere: flag,
}
export type AccountThere = Readonly<z.infer<z.ZodObject<typeof ACCOUNT>>>

const ACCOUNTS = (programme: SQL): SQL =>
  sql`p.id, p.name, p.sign_in_name AS "signInName", p.email, p.phone, p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM roles t
    WHERE t.person = p.id AND t.role = 'trainee' AND t.programme = ${programme} AND t.archived_at IS NULL) AS "isHere"`

/** Who has or had a role there and may have sent it, twenty at most: whether they did a rule and a coordinator say. */
export const accountsNamedQuery = (
  programme: string,
  terms: readonly FindTerm[],
): Reading<AccountThere[]> =>
  rows(
    sql`SELECT ${ACCOUNTS(sql`${programme}`)} FROM (SELECT rowid AS id FROM find_words WHERE find_words MATCH ${matchingPeople(programme, terms)} LIMIT 20) w
      CROSS JOIN find_rows f ON f.id = w.id CROSS JOIN people p ON p.id = f.subject ORDER BY p.id`,
    ACCOUNT,
  )

/** Whoever was said to have sent it; null for nobody. */
export const accountOfQuery = (
  application: string,
): Reading<(AccountThere & { readonly byName: string; readonly at: number }) | null> =>
  meaning(
    rows(
      sql`SELECT ${ACCOUNTS(sql`a.programme`)}, b.name AS "byName", j.at FROM application_accounts j
        JOIN applications a ON a.id = j.application JOIN people p ON p.id = j.person JOIN people b ON b.id = j."by"
        WHERE j.application = ${application}`,
      { ...ACCOUNT, byName: z.string(), at: z.number() },
    ),
    ([one]) => one ?? null,
  )
