/** Where imported packages lie: DATA_DIR/packages/<sha256>/, and what is on its way in. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { settings } from '#settings.ts'

const HOUR = 3_600_000

const store = (): string => path.resolve(settings().dataDir, 'packages')
const incoming = (): string => path.join(store(), '.incoming')

/** @param sha256 hex, of the archive */
export const contentFolder = (sha256: string): string => path.join(store(), sha256)

/** A file for an upload; what an earlier process left half-way goes. */
export function placeForUpload(id: string, now: number): string {
  mkdirSync(incoming(), { recursive: true, mode: 0o700 })
  for (const name of readdirSync(incoming())) {
    const old = path.join(incoming(), name)
    if (now - statSync(old).mtimeMs > HOUR) rmSync(old, { recursive: true, force: true })
  }
  return path.join(incoming(), `${id}.zip`)
}

/** An empty folder beside the upload. */
export function placeForContent(upload: string): string {
  const folder = upload.replace(/\.zip$/, '')
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

/** The same bytes are kept once. @returns whether this put them there */
export function keepContent(folder: string, sha256: string): boolean {
  const target = contentFolder(sha256)
  if (existsSync(target)) {
    rmSync(folder, { recursive: true, force: true })
    return false
  }
  renameSync(folder, target)
  return true
}

export const discard = (place: string): void => rmSync(place, { recursive: true, force: true })
