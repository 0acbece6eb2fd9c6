/** Openings of a part of a package: each has a token of its own and ends by itself. */
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { inUse, type PackageInUse, type PackageRow, type PackageVersionRow } from './packages.ts'
import { packageLaunches, packages, packageVersions } from './schema.ts'

export type PackageLaunchRow = typeof packageLaunches.$inferSelect

export const insertLaunch = (row: typeof packageLaunches.$inferInsert): Query =>
  database().insert(packageLaunches).values(row)

export interface LaunchInUse {
  readonly launch: PackageLaunchRow
  /** With the version that was opened, which may be an older one by now. */
  readonly opened: PackageInUse
}

const launches = () =>
  database()
    .select({ launch: packageLaunches, row: packages, version: packageVersions })
    .from(packageLaunches)
    .innerJoin(packages, eq(packages.id, packageLaunches.package))
    .innerJoin(packageVersions, eq(packageVersions.id, packageLaunches.version))

const asLaunch = (
  found:
    | {
        readonly launch: PackageLaunchRow
        readonly row: PackageRow
        readonly version: PackageVersionRow
      }
    | undefined,
): LaunchInUse | null => (found ? { launch: found.launch, opened: inUse(found) } : null)

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
  return asLaunch(found)
}

export async function findLaunchByToken(
  tokenHash: string,
  now: number,
): Promise<LaunchInUse | null> {
  const [found] = await launches().where(
    and(eq(packageLaunches.tokenHash, tokenHash), gt(packageLaunches.expiresAt, now)),
  )
  return asLaunch(found)
}

/** True only for a newer commit than the last one; in the same batch as what it changes. */
export const moveLaunch = (id: string, sequence: number, seconds: number): Query =>
  database()
    .update(packageLaunches)
    .set({ sequence, seconds, commits: sql`${packageLaunches.commits} + 1` })
    .where(and(eq(packageLaunches.id, id), lt(packageLaunches.sequence, sequence)))
