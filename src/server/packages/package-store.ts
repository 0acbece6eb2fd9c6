/** Where imported packages lie: DATA_DIR/packages/<sha256>/, and what is on its way in. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import path from 'node:path'
import { requireFolder } from '#server/several/data-folder.ts'
import { settings } from '#settings.ts'

const HOUR = 3_600_000
/** No import takes longer. */
const KEPT_UNNAMED = 24 * HOUR

const store = (): string => path.resolve(settings().dataDir, 'packages')
const incoming = (): string => path.join(store(), '.incoming')

/** @param sha256 hex, of the archive */
export const contentFolder = (sha256: string): string => path.join(store(), sha256)

/** A file for an upload; what an earlier process left half-way goes. */
export function placeForUpload(id: string, now: number): string {
  requireFolder()
  mkdirSync(incoming(), { recursive: true, mode: 0o700 })
  for (const name of readdirSync(incoming())) {
    const old = path.join(incoming(), name)
    // Another server may have taken it away this moment.
    const at = statSync(old, { throwIfNoEntry: false })?.mtimeMs
    if (at !== undefined && now - at > HOUR) rmSync(old, { recursive: true, force: true })
  }
  return path.join(incoming(), `${id}.zip`)
}

/** An empty folder beside the upload. */
export function placeForContent(upload: string): string {
  const folder = upload.replace(/\.zip$/, '')
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

/** The same bytes are kept once. */
export function keepContent(folder: string, sha256: string, now: number): void {
  const target = contentFolder(sha256)
  try {
    // From now on it is needed, whoever left it there.
    if (existsSync(target)) utimesSync(target, now / 1000, now / 1000)
    else renameSync(folder, target)
  } catch (error) {
    // Of two servers that take in the same at one moment.
    if (!existsSync(target)) throw error
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Content that no version names: what a process left that ended between unpacking it and writing it down. */
export function sweepContent(named: ReadonlySet<string>, now: number): void {
  for (const name of existsSync(store()) ? readdirSync(store()) : []) {
    const at = /^[0-9a-f]{64}$/.test(name)
      ? statSync(contentFolder(name), { throwIfNoEntry: false })?.mtimeMs
      : undefined
    if (at !== undefined && now - at > KEPT_UNNAMED && !named.has(name))
      discard(contentFolder(name))
  }
}

export const discard = (place: string): void => rmSync(place, { recursive: true, force: true })
