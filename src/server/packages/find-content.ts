/** What a token on the content host opens; no person, no cookie, no record. */
import { findLaunchByToken } from '#db/package-launches.ts'
import type { Standard } from '#domain/packages/packed.ts'
import { contentFolder } from './package-store.ts'
import { hashOfSecret } from '#server/access/secret.ts'

export interface PackageContent {
  readonly standard: Standard
  readonly title: string
  readonly packageId: string
  /** Absolute path. */
  readonly folder: string
}

/** Null for a token that was never made, or whose time is over. */
export async function findContent(token: string, now: number): Promise<PackageContent | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const found = await findLaunchByToken(hashOfSecret(token), now)
  if (!found) return null
  const { id, content, version } = found.opened
  return {
    standard: content.standard,
    title: content.title,
    packageId: id,
    folder: contentFolder(version.sha256),
  }
}
