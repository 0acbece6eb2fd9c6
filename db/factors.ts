/** Second factors: apps that make codes, recovery codes, and from when on staff need one. */
import { and, count, desc, eq, sql } from 'drizzle-orm'
import type { Language } from '#domain/course/language.ts'
import { z } from 'zod'
import {
  database,
  guard,
  meaning,
  read,
  reading,
  rows,
  type Query,
  type Reading,
} from './client.ts'
import { byName } from './names.ts'
import {
  codeApps,
  factorDates,
  factorResets,
  passkeys,
  people,
  recoveryCodes,
  sessions,
} from './schema.ts'

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
export interface FactorDate {
  readonly dueFrom: number
  readonly at: number
  /** Who set it; null for the one that came with the installation. */
  readonly by: string | null
}

/** The newest first. */
export const factorDatesQuery = (most: number): Reading<FactorDate[]> =>
  reading(
    database()
      .select({ dueFrom: factorDates.dueFrom, at: factorDates.at, by: people.name })
      .from(factorDates)
      .leftJoin(people, eq(people.id, factorDates.by))
      .orderBy(desc(factorDates.at), desc(factorDates.id))
      .limit(most),
  )

export const insertFactorDate = (row: typeof factorDates.$inferInsert): Query =>
  database().insert(factorDates).values(row)

/** App, passkeys and recovery codes of somebody; and whoever is signed in as them is not any longer. */
export const clearFactors = (person: string): readonly Query[] => [
  deleteCodeApp(person),
  deleteRecoveryCodes(person),
  database().delete(passkeys).where(eq(passkeys.person, person)),
  database().delete(sessions).where(eq(sessions.person, person)),
]

export const insertFactorReset = (row: typeof factorResets.$inferInsert): Query =>
  database().insert(factorResets).values(row)

/** For a batch: it fails where `account` did the same to `by`, or made a link into their account, since then. */
export const guardNotMutual = (by: string, account: string, since: number): Query =>
  guard(sql`NOT EXISTS (SELECT 1 FROM factor_resets WHERE person = ${by} AND "by" = ${account} AND at > ${since})
    AND NOT EXISTS (SELECT 1 FROM links WHERE person = ${by} AND created_by = ${account} AND kind = 'reset' AND created_at > ${since})`)

export interface FactorReset {
  readonly at: number
  /** By name; null for whoever runs the server. */
  readonly by: string | null
}

/** The latest one. */
export const factorResetQuery = (person: string): Reading<FactorReset | null> =>
  reading(
    database()
      .select({ at: factorResets.at, by: people.name })
      .from(factorResets)
      .leftJoin(people, eq(people.id, factorResets.by))
      .where(eq(factorResets.person, person))
      .orderBy(desc(factorResets.at))
      .limit(1),
    ([row]) => row ?? null,
  )

/** Open accounts of staff, and whether each has a second factor. */
const STAFF = sql.raw(`FROM people p WHERE p.disabled_at IS NULL
  AND EXISTS (SELECT 1 FROM roles r WHERE r.person = p.id AND r.role <> 'trainee' AND r.archived_at IS NULL)`)
const HAS_FACTOR = sql.raw(`(EXISTS (SELECT 1 FROM code_apps a WHERE a.person = p.id)
  OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person = p.id))`)

export const countFactorsQuery = (): Reading<{ readonly have: number; readonly all: number }> =>
  meaning(
    rows(sql`SELECT count(*) AS "all", coalesce(sum(${HAS_FACTOR}), 0) AS have ${STAFF}`, {
      all: z.number(),
      have: z.number(),
    }),
    ([row]) => row ?? { have: 0, all: 0 },
  )

/** By name. */
export const withoutFactorQuery = (
  language: Language,
  most: number,
): Reading<{ readonly id: string; readonly name: string }[]> =>
  rows(
    sql`SELECT p.id, p.name ${STAFF} AND NOT ${HAS_FACTOR} ORDER BY ${byName('p.folded', language)}, p.id LIMIT ${most}`,
    { id: z.string(), name: z.string() },
  )
