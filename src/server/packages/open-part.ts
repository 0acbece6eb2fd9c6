/** One part of a package, opened for the page that frames it. */
import { findPlaced, type PackageInUse } from '#db/packages.ts'
import type { Part } from '#domain/packages/part.ts'
import { partAt, type SeenResult } from '#domain/packages/seen.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { contentOriginOf } from './content-origin.ts'
import { launchPackage, type Launch } from './launch-package.ts'
import { findOwnPackage } from './may-import.ts'

export interface OpenedPart {
  readonly used: PackageInUse
  readonly part: Part
  readonly launch: Launch
  /** Where its content is served. */
  readonly origin: string
  /** Of this person, before this opening; empty in a preview. */
  readonly results: readonly SeenResult[]
}

/** Which part of which package, as an address has them, and what it calls the person, from a number. */
export interface Opening {
  readonly id: string | undefined
  /** Counts from 1. */
  readonly number: string | undefined
  readonly nameOf: (number: string) => string
}

/** A trainee opens a part of what their programme has placed. Null where it is not there for them. */
export const openPart = async (
  by: Person,
  wish: Opening,
  now: number,
): Promise<OpenedPart | null> => {
  const used = await findPlaced(wish.id ?? '', programmesAs(by, 'trainee'), by.id)
  return used && open(by, used, used.results, wish, false, now)
}

/** Whoever may import looks at a part; nothing of it is kept. */
export const previewPart = async (
  by: Person,
  wish: Opening,
  now: number,
): Promise<OpenedPart | null> => {
  const used = await findOwnPackage(by, wish.id)
  return used && open(by, used, [], wish, true, now)
}

async function open(
  by: Person,
  used: PackageInUse,
  results: readonly SeenResult[],
  { number, nameOf }: Opening,
  preview: boolean,
  now: number,
): Promise<OpenedPart | null> {
  const { contentOrigin } = settings()
  const part = partAt(used, number)
  if (!part || contentOrigin === null) return null
  const launch = await launchPackage(by, used, part, preview, now, nameOf)
  if (launch.kind === 'not-allowed') return null
  return { used, part, launch, results, origin: contentOriginOf(contentOrigin, used.id) }
}
