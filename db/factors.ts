/** Second factors: apps that make codes, recovery codes, and from when on staff need one. */
import { and, count, eq, sql } from 'drizzle-orm'
import { database, guard, read, reading, type Query, type Reading } from './client.ts'
import { codeApps, recoveryCodes, sessions } from './schema.ts'

/** From when on all staff need one, as a value in SQL: the newest row counts. */
export const FACTOR_FROM = 'SELECT due_from FROM factor_dates ORDER BY at DESC, id DESC LIMIT 1'

export type CodeAppRow = typeof codeApps.$inferSelect

export const codeAppQuery = (person: string): Reading<CodeAppRow | null> =>
  reading(
    database().select().from(codeApps).where(eq(codeApps.person, person)),
    ([row]) => row ?? null,
  )

export const findCodeApp = (person: string): Promise<CodeAppRow | null> =>
  read(codeAppQuery(person))

/** Another one takes the place of the one before. */
export const putCodeApp = ({ person, ...app }: CodeAppRow): Query =>
  database()
    .insert(codeApps)
    .values({ person, ...app })
    .onConflictDoUpdate({ target: codeApps.person, set: app })

export const deleteCodeApp = (person: string): Query =>
  database().delete(codeApps).where(eq(codeApps.person, person))

/** For one batch: no code of this half minute or a later one was taken; from here on none is. */
export const takeAppCode = (
  { person, secret }: Pick<CodeAppRow, 'person' | 'secret'>,
  step: number,
): readonly Query[] => [
  guard(
    sql`EXISTS (SELECT 1 FROM code_apps WHERE person = ${person} AND secret = ${secret} AND used_step < ${step})`,
  ),
  database().update(codeApps).set({ usedStep: step }).where(eq(codeApps.person, person)),
]

const isStaff = (person: string) =>
  sql`EXISTS (SELECT 1 FROM roles WHERE person = ${person} AND role <> 'trainee' AND archived_at IS NULL)`

/** For a batch: it fails where staff would be left with no second factor although they need one. */
export const guardAppNotNeeded = (person: string, now: number): Query =>
  guard(sql`EXISTS (SELECT 1 FROM code_apps WHERE person = ${person})
    AND (EXISTS (SELECT 1 FROM passkeys WHERE person = ${person})
      OR NOT ${isStaff(person)} OR ${now} < (${sql.raw(FACTOR_FROM)}))`)

/** For a batch: it fails where staff would be left with no second factor although they need one. */
export const guardPasskeyNotNeeded = (person: string, passkey: string, now: number): Query =>
  guard(sql`EXISTS (SELECT 1 FROM code_apps WHERE person = ${person})
    OR EXISTS (SELECT 1 FROM passkeys WHERE person = ${person} AND id <> ${passkey})
    OR NOT ${isStaff(person)}
    OR ${now} < (${sql.raw(FACTOR_FROM)})`)

export type RecoveryCodeRow = typeof recoveryCodes.$inferSelect

export async function findRecoveryCodes(
  person: string,
  ids: readonly string[],
): Promise<RecoveryCodeRow[]> {
  return database()
    .select()
    .from(recoveryCodes)
    .where(
      and(
        eq(recoveryCodes.person, person),
        sql`${recoveryCodes.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    )
}

/** How many are left; null where none were ever made. */
export const codesLeftQuery = (person: string): Reading<number | null> =>
  reading(
    database()
      .select({
        made: count(),
        left: sql<number>`coalesce(sum(used_at IS NULL), 0)`,
      })
      .from(recoveryCodes)
      .where(eq(recoveryCodes.person, person)),
    ([row]) => (row?.made ? Number(row.left) : null),
  )

/** New ones take the place of all before. @param ids hashes */
export const replaceRecoveryCodes = (
  person: string,
  ids: readonly string[],
  createdAt: number,
): readonly Query[] => [
  deleteRecoveryCodes(person),
  ...ids.map((id) => database().insert(recoveryCodes).values({ id, person, createdAt })),
]

const deleteRecoveryCodes = (person: string): Query =>
  database().delete(recoveryCodes).where(eq(recoveryCodes.person, person))

/** For one batch: this code is there and nobody used it; from here on it is used. */
export const takeRecoveryCode = (id: string, usedAt: number): readonly Query[] => [
  guard(sql`EXISTS (SELECT 1 FROM recovery_codes WHERE id = ${id} AND used_at IS NULL)`),
  database().update(recoveryCodes).set({ usedAt }).where(eq(recoveryCodes.id, id)),
]

/** This session has shown it. */
export const markFactorShown = (session: string, factorAt: number): Query =>
  database().update(sessions).set({ factorAt }).where(eq(sessions.id, session))
