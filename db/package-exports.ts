/** SCORM packages that were made, and what was in them. */
import { count, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { database, reading, together, type Query } from './client.ts'
import { packageExports, people } from './schema.ts'

const PACKED = z.array(
  z.object({
    name: z.string(),
    /** Packed. */
    bytes: z.number(),
    unpacked: z.number(),
    files: z.number(),
    sha256: z.string(),
    leftOut: z.array(z.string()).readonly(),
  }),
)
type Row = typeof packageExports.$inferSelect
type WithPacked<R> = Omit<R, 'packages'> & { readonly packages: z.infer<typeof PACKED> }

export type PackageExport = WithPacked<Row> & { readonly madeByName: string }

export const insertPackageExport = (row: WithPacked<typeof packageExports.$inferInsert>): Query =>
  database().insert(packageExports).values(row)

export async function findPackageExport(id: string): Promise<PackageExport | null> {
  const [found] = await database()
    .select({ row: packageExports, madeByName: people.name })
    .from(packageExports)
    .innerJoin(people, eq(people.id, packageExports.madeBy))
    .where(eq(packageExports.id, id))
  return found ? toExport(found) : null
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
      (rows) => rows.map(toExport),
    ),
    total: reading(database().select({ n: count() }).from(packageExports), ([row]) => row?.n ?? 0),
  })

const toExport = ({ row, madeByName }: { row: Row; madeByName: string }): PackageExport => ({
  ...row,
  packages: PACKED.parse(row.packages),
  madeByName,
})
