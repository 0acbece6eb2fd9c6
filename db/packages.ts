import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { packageLaunches, packageResults, packages, packageVersions } from './schema.ts'

export type PackageRow = typeof packages.$inferSelect
export type PackageVersionRow = typeof packageVersions.$inferSelect
export type PackageLaunchRow = typeof packageLaunches.$inferSelect
export type PackageResultRow = typeof packageResults.$inferSelect

/** A package with the version that is in use. */
export interface PackageInUse {
  readonly row: PackageRow
  readonly version: PackageVersionRow
}

const inUse = () =>
  database()
    .select({ row: packages, version: packageVersions })
    .from(packages)
    .innerJoin(packageVersions, eq(packageVersions.id, packages.version))

/** By programme and order; archived ones last. @param limit of all */
export const listPackages = (
  programmes: readonly string[],
  limit = 500,
): Promise<PackageInUse[]> =>
  programmes.length === 0
    ? Promise.resolve([])
    : inUse()
        .where(inArray(packages.programme, [...programmes]))
        .orderBy(
          asc(packages.programme),
          asc(isNotNull(packages.archivedAt)),
          asc(packages.position),
          asc(packages.createdAt),
        )
        .limit(limit)

/** What trainees of the programme see, in order. */
export const placedPackages = (programme: string): Promise<PackageInUse[]> =>
  inUse()
    .where(
      and(
        eq(packages.programme, programme),
        isNotNull(packages.placedAt),
        isNull(packages.archivedAt),
      ),
    )
    .orderBy(asc(packages.position), asc(packages.createdAt))
    .limit(200)

export async function findPackage(
  id: string,
  programmes: readonly string[],
): Promise<PackageInUse | null> {
  if (programmes.length === 0) return null
  const [found] = await inUse().where(
    and(eq(packages.id, id), inArray(packages.programme, [...programmes])),
  )
  return found ?? null
}

/** Newest first. */
export const versionsOf = (id: string): Promise<PackageVersionRow[]> =>
  database()
    .select()
    .from(packageVersions)
    .where(eq(packageVersions.package, id))
    .orderBy(desc(packageVersions.uploadedAt), desc(packageVersions.id))
    .limit(50)

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

export const insertLaunch = (row: typeof packageLaunches.$inferInsert): Query =>
  database().insert(packageLaunches).values(row)

export interface LaunchInUse {
  readonly launch: PackageLaunchRow
  readonly row: PackageRow
  /** The version that was opened, which may be an older one by now. */
  readonly version: PackageVersionRow
}

const launches = () =>
  database()
    .select({ launch: packageLaunches, row: packages, version: packageVersions })
    .from(packageLaunches)
    .innerJoin(packages, eq(packages.id, packageLaunches.package))
    .innerJoin(packageVersions, eq(packageVersions.id, packageLaunches.version))

/** Null for a launch of somebody else, or one that is over. */
export async function findLaunch(
  id: string,
  person: string,
  now: number,
): Promise<LaunchInUse | null> {
  const [found] = await launches().where(
    and(
      eq(packageLaunches.id, id),
      eq(packageLaunches.person, person),
      gt(packageLaunches.expiresAt, now),
    ),
  )
  return found ?? null
}

export async function findLaunchByToken(
  tokenHash: string,
  now: number,
): Promise<LaunchInUse | null> {
  const [found] = await launches().where(
    and(eq(packageLaunches.tokenHash, tokenHash), gt(packageLaunches.expiresAt, now)),
  )
  return found ?? null
}

/** True only for a newer commit than the last one; in the same batch as what it changes. */
export const moveLaunch = (id: string, sequence: number, seconds: number): Query =>
  database()
    .update(packageLaunches)
    .set({ sequence, seconds, commits: sql`${packageLaunches.commits} + 1` })
    .where(and(eq(packageLaunches.id, id), lt(packageLaunches.sequence, sequence)))

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

/** All packages of a programme in order, each with what it reported of one person, oldest first: one query. */
export async function packagesOf(
  programme: string,
  person: string,
): Promise<(PackageInUse & { readonly results: readonly PackageResultRow[] })[]> {
  const rows = await database()
    .select({ row: packages, version: packageVersions, result: packageResults })
    .from(packages)
    .innerJoin(packageVersions, eq(packageVersions.id, packages.version))
    .leftJoin(
      packageResults,
      and(eq(packageResults.package, packages.id), eq(packageResults.person, person)),
    )
    .where(eq(packages.programme, programme))
    .orderBy(asc(packages.position), asc(packages.createdAt), asc(packageResults.firstAt))
    .limit(2000)
  return [...Map.groupBy(rows, ({ row }) => row.id).values()].flatMap((same) => {
    const [first] = same
    const results = same.flatMap(({ result }) => (result ? [result] : []))
    return first ? [{ row: first.row, version: first.version, results }] : []
  })
}
