import { count, desc, eq } from 'drizzle-orm'
import { database, reading, together, type Query } from './client.ts'
import { packageExports, people } from './schema.ts'

export type PackageExport = typeof packageExports.$inferSelect & { readonly madeByName: string }

export const insertPackageExport = (row: typeof packageExports.$inferInsert): Query =>
  database().insert(packageExports).values(row)

export async function findPackageExport(id: string): Promise<PackageExport | null> {
  const [row] = await database()
    .select({ row: packageExports, madeByName: people.name })
    .from(packageExports)
    .innerJoin(people, eq(people.id, packageExports.madeBy))
    .where(eq(packageExports.id, id))
  return row ? { ...row.row, madeByName: row.madeByName } : null
}

/** Newest first. @param page from 1 */
export const listPackageExports = (
  page: number,
  size: number,
): Promise<{ readonly rows: readonly PackageExport[]; readonly total: number }> =>
  together({
    rows: reading(
      database()
        .select({ row: packageExports, madeByName: people.name })
        .from(packageExports)
        .innerJoin(people, eq(people.id, packageExports.madeBy))
        .orderBy(desc(packageExports.madeAt), desc(packageExports.id))
        .limit(size)
        .offset((page - 1) * size),
      (rows) => rows.map(({ row, madeByName }) => ({ ...row, madeByName })),
    ),
    total: reading(database().select({ n: count() }).from(packageExports), ([row]) => row?.n ?? 0),
  })
