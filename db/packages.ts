/** Packages of others in a programme's course, and what was uploaded. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { Finding } from '#domain/packages/finding.ts'
import type { PackageWithResults, SeenPackage } from '#domain/packages/seen.ts'
import { database, once, read, reading, type Query, type Reading } from './client.ts'
import { contentIn, findingsIn } from './package-content.ts'
import { seenResult } from './package-results.ts'
import { packageResults, packages, packageVersions, people } from './schema.ts'

export type PackageRow = typeof packages.$inferSelect
export type PackageVersionRow = typeof packageVersions.$inferSelect

/** A package with the version that is in use. */
export interface PackageInUse extends SeenPackage {
  readonly version: {
    readonly id: string
    /** Of the archive; its content lies in a folder of this name. */
    readonly sha256: string
    readonly unpackedBytes: number
    readonly files: number
  }
}

interface Joined {
  readonly row: PackageRow
  readonly version: PackageVersionRow
}

/** @param version any of the package's */
export function inUse({ row, version }: Joined): PackageInUse {
  const { id, programme, titleEn, titleEs, position, required, generation } = row
  const { sha256, unpackedBytes, files, fileName } = version
  return {
    ...{ id, programme, titleEn, titleEs, position, required, generation, fileName },
    placedAt: row.placedAt,
    archivedAt: row.archivedAt,
    content: contentIn(version.manifest),
    version: { id: version.id, sha256, unpackedBytes, files },
  }
}

const joined = () =>
  database()
    .select({ row: packages, version: packageVersions })
    .from(packages)
    .innerJoin(packageVersions, eq(packageVersions.id, packages.version))

/** By programme and order; archived ones last. @param limit of all */
export const listPackages = (
  programmes: readonly string[],
  limit = 500,
): Promise<readonly PackageInUse[]> =>
  read(
    reading(
      joined()
        .where(inArray(packages.programme, [...programmes]))
        .orderBy(
          asc(packages.programme),
          asc(isNotNull(packages.archivedAt)),
          asc(packages.position),
          asc(packages.createdAt),
        )
        .limit(limit),
      (rows) => rows.map(inUse),
    ),
  )

/** Null where there is none of this id in these programmes: foreign and absent ids look alike (R15). */
export const findPackage = (
  id: string,
  programmes: readonly string[],
): Promise<PackageInUse | null> =>
  read(reading(oneOf(id, programmes), ([found]) => (found ? inUse(found) : null)))

const oneOf = (id: string, programmes: readonly string[]) =>
  joined().where(and(eq(packages.id, id), inArray(packages.programme, [...programmes])))

export interface CheckedPackage extends PackageInUse {
  /** What the check of the version in use found. */
  readonly findings: readonly Finding[]
}

/** The same, with what the check found. */
export const checkedPackageQuery = (
  id: string,
  programmes: readonly string[],
): Reading<CheckedPackage | null> =>
  reading(oneOf(id, programmes), ([found]) =>
    found ? { ...inUse(found), findings: findingsIn(found.version.findings) } : null,
  )

export interface SeenVersion {
  readonly id: string
  readonly fileName: string
  readonly uploadedAt: number
  readonly uploadedByName: string
}

/** Newest first. */
export const versionsQuery = (id: string): Reading<readonly SeenVersion[]> =>
  reading(
    database()
      .select({
        id: packageVersions.id,
        fileName: packageVersions.fileName,
        uploadedAt: packageVersions.uploadedAt,
        uploadedByName: sql<string>`coalesce(${people.name}, '')`,
      })
      .from(packageVersions)
      .leftJoin(people, eq(people.id, packageVersions.uploadedBy))
      .where(eq(packageVersions.package, id))
      .orderBy(desc(packageVersions.uploadedAt), desc(packageVersions.id))
      .limit(50),
  )

const withResults = (person: string, which: SQL | undefined) =>
  database()
    .select({ row: packages, version: packageVersions, result: packageResults })
    .from(packages)
    .innerJoin(packageVersions, eq(packageVersions.id, packages.version))
    .leftJoin(
      packageResults,
      and(eq(packageResults.package, packages.id), eq(packageResults.person, person)),
    )
    .where(which)
    .orderBy(asc(packages.position), asc(packages.createdAt), asc(packageResults.firstAt))
    .limit(2000)

interface JoinedResult extends Joined {
  readonly result: typeof packageResults.$inferSelect | null
}

/** A package that is in use, with what it reported of one person. */
export type PackageOfPerson = PackageInUse & PackageWithResults

const grouped = (rows: readonly JoinedResult[]): readonly PackageOfPerson[] =>
  [...Map.groupBy(rows, ({ row }) => row.id).values()].flatMap((same) => {
    const [first] = same
    const results = same.flatMap(({ result }) => (result ? [seenResult(result)] : []))
    return first ? [{ ...inUse(first), results }] : []
  })

/** All packages of a programme in order, each with what it reported of one person, oldest first. */
export const packagesOfQuery = once(
  (programme: string, person: string): Reading<readonly PackageOfPerson[]> =>
    reading(withResults(person, eq(packages.programme, programme)), grouped),
)

export const packagesOf = (
  programme: string,
  person: string,
): Promise<readonly PackageOfPerson[]> => read(packagesOfQuery(programme, person))

/** One that trainees of these programmes have, with what it reported of one of them; else null. */
export const findPlaced = (
  id: string,
  programmes: readonly string[],
  person: string,
): Promise<PackageOfPerson | null> =>
  read(
    reading(
      withResults(
        person,
        and(
          eq(packages.id, id),
          inArray(packages.programme, [...programmes]),
          isNotNull(packages.placedAt),
          isNull(packages.archivedAt),
        ),
      ),
      (rows) => grouped(rows)[0] ?? null,
    ),
  )

export const insertPackage = (row: typeof packages.$inferInsert): Query =>
  database().insert(packages).values(row)

export const updatePackage = (
  id: string,
  set: Partial<Omit<typeof packages.$inferInsert, 'id'>>,
): Query => database().update(packages).set(set).where(eq(packages.id, id))

export const raiseGeneration = (id: string): Query =>
  database()
    .update(packages)
    .set({ generation: sql`${packages.generation} + 1` })
    .where(eq(packages.id, id))

export const insertPackageVersion = (row: typeof packageVersions.$inferInsert): Query =>
  database().insert(packageVersions).values(row)

/** The folders that the files of all uploads lie in, below DATA_DIR/packages. */
export const packageFoldersQuery = (): Reading<readonly string[]> =>
  reading(
    database().selectDistinct({ sha256: packageVersions.sha256 }).from(packageVersions),
    (found) => found.map(({ sha256 }) => sha256),
  )
