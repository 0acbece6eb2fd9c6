/** What packages reported of people. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { SeenResult } from '#domain/packages/seen.ts'
import { database, type Query } from './client.ts'
import { interactionsIn } from './package-content.ts'
import { packageResults } from './schema.ts'

export type PackageResultRow = typeof packageResults.$inferSelect

export const seenResult = (row: PackageResultRow): SeenResult => {
  const { item, completed, success, score, seconds, state, acceptedAt, generation, updatedAt } = row
  return {
    ...{ item, completed, success, score, seconds, state, acceptedAt, generation, updatedAt },
    interactions: interactionsIn(row.interactions),
  }
}

export async function findResult(
  person: string,
  id: string,
  item: string,
  generation: number,
): Promise<PackageResultRow | null> {
  const [row] = await database()
    .select()
    .from(packageResults)
    .where(
      and(
        eq(packageResults.person, person),
        eq(packageResults.package, id),
        eq(packageResults.item, item),
        eq(packageResults.generation, generation),
      ),
    )
  return row ?? null
}

/** Of all packages and generations, oldest first. */
export const resultsOf = (person: string): Promise<PackageResultRow[]> =>
  database()
    .select()
    .from(packageResults)
    .where(eq(packageResults.person, person))
    .orderBy(asc(packageResults.firstAt))
    .limit(2000)

/**
 * Its seconds are those of all openings together: what this opening reports now is put in place of what it
 * reported before. So it comes before `moveLaunch` in the same batch, and old openings may be deleted.
 * @param now of this opening, in seconds
 */
export const putResult = (
  row: Omit<PackageResultRow, 'seconds' | 'acceptedAt' | 'acceptedBy'>,
  launch: string,
  now: number,
): Query => {
  const before = sql`(SELECT seconds FROM package_launches WHERE id = ${launch})`
  const { person: _p, package: _k, item: _i, generation: _g, firstAt: _f, ...set } = row
  return database()
    .insert(packageResults)
    .values({ ...row, seconds: now })
    .onConflictDoUpdate({
      target: [
        packageResults.person,
        packageResults.package,
        packageResults.item,
        packageResults.generation,
      ],
      set: { ...set, seconds: sql`${packageResults.seconds} + ${now} - ${before}` },
    })
}

/** That it was opened: all that is known of a package that says nothing. */
export const noteOpened = (
  row: Pick<PackageResultRow, 'person' | 'package' | 'item' | 'generation'>,
  now: number,
): Query =>
  database()
    .insert(packageResults)
    .values({
      ...row,
      state: '{}',
      exit: '',
      completed: false,
      success: '',
      score: null,
      seconds: 0,
      interactions: '[]',
      firstAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()

/** Of the newest generation that was opened; every older one stays as it is. */
export const acceptResult = (
  row: Pick<PackageResultRow, 'person' | 'package' | 'item' | 'generation'>,
  by: string,
  now: number,
): Query =>
  database()
    .update(packageResults)
    .set({ acceptedAt: now, acceptedBy: by })
    .where(
      and(
        eq(packageResults.person, row.person),
        eq(packageResults.package, row.package),
        eq(packageResults.item, row.item),
        eq(packageResults.generation, row.generation),
        isNull(packageResults.acceptedAt),
      ),
    )
