import { desc, eq } from 'drizzle-orm'
import { database, type Query } from './client.ts'
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
export async function listPackageExports(
  page: number,
  size: number,
): Promise<{ readonly rows: readonly PackageExport[]; readonly total: number }> {
  const [rows, total] = await Promise.all([
    database()
      .select({ row: packageExports, madeByName: people.name })
      .from(packageExports)
      .innerJoin(people, eq(people.id, packageExports.madeBy))
      .orderBy(desc(packageExports.madeAt), desc(packageExports.id))
      .limit(size)
      .offset((page - 1) * size),
    database().$count(packageExports),
  ])
  return { rows: rows.map(({ row, madeByName }) => ({ ...row, madeByName })), total }
}
