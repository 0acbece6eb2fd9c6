/** Passkeys, the challenges that were answered, and who does not want one. */
import { asc, eq, lte, sql } from 'drizzle-orm'
import {
  database,
  flag,
  guard,
  meaning,
  once,
  read,
  reading,
  rows,
  type Query,
  type Reading,
} from './client.ts'
import { answeredChallenges, declinedPasskeys, passkeys, people } from './schema.ts'

export type PasskeyRow = typeof passkeys.$inferSelect

/** The oldest first. */
export const passkeysQuery = once((person: string): Reading<PasskeyRow[]> =>
  reading(
    database()
      .select()
      .from(passkeys)
      .where(eq(passkeys.person, person))
      .orderBy(asc(passkeys.createdAt), asc(passkeys.id)),
  ),
)

export const findPasskeys = (person: string): Promise<PasskeyRow[]> => read(passkeysQuery(person))

/** With the name its person signs in with. */
export async function findPasskey(
  id: string,
): Promise<(PasskeyRow & { readonly signInName: string }) | null> {
  const [row] = await database()
    .select({ passkey: passkeys, signInName: people.signInName })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.person))
    .where(eq(passkeys.id, id))
  return row ? { ...row.passkey, signInName: row.signInName } : null
}

export const insertPasskey = (row: typeof passkeys.$inferInsert): Query =>
  database().insert(passkeys).values(row)

export const updatePasskeyName = (id: string, name: string): Query =>
  database().update(passkeys).set({ name }).where(eq(passkeys.id, id))

export const deletePasskey = (id: string): Query =>
  database().delete(passkeys).where(eq(passkeys.id, id))

/** For one batch: it was used, and is still there, and no later use was written meanwhile. */
export const passkeyUsed = (
  { id, counter }: Pick<PasskeyRow, 'id' | 'counter'>,
  newCounter: number,
  usedAt: number,
): readonly Query[] => [
  guard(sql`EXISTS (SELECT 1 FROM passkeys WHERE id = ${id} AND counter = ${counter})`),
  database().update(passkeys).set({ counter: newCounter, usedAt }).where(eq(passkeys.id, id)),
]

/** For a batch: it fails where this passkey is no longer there, or is the only way in that its person has. */
export const passkeyIsSpare = (id: string, person: string): Query =>
  guard(sql`EXISTS (SELECT 1 FROM passkeys WHERE id = ${id} AND person = ${person})
    AND (EXISTS (SELECT 1 FROM passkeys WHERE person = ${person} AND id <> ${id})
      OR EXISTS (SELECT 1 FROM people WHERE id = ${person} AND password_hash IS NOT NULL))`)

/** For a batch: it fails with `Taken` where the challenge was answered before. @param id the hash of it */
export const answerChallenge = (id: string, expiresAt: number, now: number): readonly Query[] => [
  database().delete(answeredChallenges).where(lte(answeredChallenges.expiresAt, now)),
  database().insert(answeredChallenges).values({ id, expiresAt }),
]

/** Whether somebody has no passkey, and never said that they do not want one. */
export const mayOfferPasskeyQuery = once((person: string): Reading<boolean> =>
  meaning(
    rows(
      sql`SELECT NOT EXISTS (SELECT 1 FROM passkeys WHERE person = ${person})
        AND NOT EXISTS (SELECT 1 FROM declined_passkeys WHERE person = ${person}) AS may`,
      { may: flag },
    ),
    ([row]) => row?.may === true,
  ),
)

export const insertDeclined = (person: string, declinedAt: number): Query =>
  database().insert(declinedPasskeys).values({ person, declinedAt }).onConflictDoNothing()
